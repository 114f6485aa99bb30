import fc from 'fast-check';

/** Properties are tried on the same cases each time, so that a commit is right or wrong for good. SEED=n tries others. */
fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 20261126) });
