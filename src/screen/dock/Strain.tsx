import { useCalm } from '../../store/calm.ts';
import { currentReport, shownDesign } from '../../store/selectors.ts';
import { strainSentence } from '../../words/load-sentences.ts';
import { Said } from './Said.tsx';

/** What gets more than it can do, or more than it should; nothing where all is well. */
export function Strain() {
  const report = useCalm(currentReport);
  const design = useCalm(shownDesign);
  const sentence = report === null || design === null ? [] : strainSentence(report, design);
  return sentence.length === 0 ? null : (
    <p data-figure="strain">
      <Said sentence={sentence} />
    </p>
  );
}
