/** What computes times: a door of its own, so that the page loads it when a design has any. */
export { timesStepwise } from './times-stepwise.ts';
