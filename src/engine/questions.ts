/** What is asked beside the report: a door of its own, so that the page loads it with the first question. */
export { curveStepwise } from './curve.ts';
export { explainStepwise } from './explain.ts';
