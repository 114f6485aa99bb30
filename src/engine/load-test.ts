/** What is asked of pasted load tests: a door of its own, loaded with what asks it. */
export { fitUsl, fitUslStepwise } from './scalability/fit-usl.ts';
export { uslCurve } from './scalability/usl-curve.ts';
