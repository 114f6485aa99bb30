import { board } from '../../store/board.ts';
import { useCalm } from '../../store/calm.ts';
import { currentJourney } from '../../store/selectors.ts';
import { promiseSentence } from '../../words/latency-sentences.ts';
import { Button } from '../ui/Button.tsx';
import { Said } from './Said.tsx';

const showTries = (): void => board.getState().showNumbers({ lens: 'latency', latencyView: 'try', focusNumbers: true });

/** How long answers take and what that makes of the promise, with the way to what would help where it is broken. */
export function AnswerTimes() {
  const journey = useCalm((state) => currentJourney(state)?.journey ?? null);
  const sentence = journey === null ? [] : promiseSentence(journey);
  if (journey === null || sentence.length === 0) return null;
  const answered = journey.latencySeconds?.p50 != null;
  return (
    <>
      <p data-figure="answer-times">
        <Said sentence={sentence} />
      </p>
      {answered && journey.latency?.objective?.met === false && (
        <p>
          <Button onClick={showTries}>See what would help</Button>
        </p>
      )}
    </>
  );
}
