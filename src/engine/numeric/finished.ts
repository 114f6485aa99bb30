/**
 * Runs a stepwise calculation to its end.
 *
 * Model: none. Units: none. Errors: what the steps throw. Accuracy: that of the steps. Cost: that of the steps.
 * Source: ECMA-262, generators.
 *
 * @example finished((function* () { yield 1; return 2; })()) // => 2
 */
export function finished<Result>(steps: Generator<unknown, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
