/** What is asked of pasted load tests: a door of its own, loaded with what asks it. */
export { fitUsl } from './scalability/fit-usl.ts';
