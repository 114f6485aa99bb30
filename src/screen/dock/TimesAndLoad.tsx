import { AnswerTimes } from './AnswerTimes.tsx';
import { Strain } from './Strain.tsx';

/** What the first tab says besides availability. */
export const TimesAndLoad = () => (
  <>
    <AnswerTimes />
    <Strain />
  </>
);
