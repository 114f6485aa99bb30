/** What is asked beside the report, or only of few designs: a door of its own, so that the page loads it when it is needed. */
export { bracketStepwise } from './availability/bracket.ts';
export { curveStepwise } from './curve.ts';
export { explainStepwise } from './explain.ts';
