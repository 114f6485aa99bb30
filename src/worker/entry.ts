import { createRunner } from './runner.ts';
import { serve, type Port } from './serve.ts';

// The page's engine: a dedicated worker around the runner.
serve(self as unknown as Port, createRunner());
