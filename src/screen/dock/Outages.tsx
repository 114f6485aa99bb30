import type { JourneyReport } from '../../model/report.ts';
import { board } from '../../store/board.ts';
import { useCalm } from '../../store/calm.ts';
import { shownDesign } from '../../store/selectors.ts';
import { bracketSentence } from '../../words/known.ts';
import { atStart } from '../../words/names.ts';
import { outagesSentence, outagesUnknown } from '../../words/outages.ts';
import styles from './dock.module.css';

/** How often and how long; where that is not known, what it takes to know it, each with its field. And why there is a range. */
export function Outages({ journey: { outages, bracket } }: { readonly journey: JourneyReport }) {
  const design = useCalm(shownDesign);
  const index = useCalm((state) => state.design);
  if (design === null) return null;
  const known = outagesSentence(outages);
  const unknown = outagesUnknown(outages, design, index);
  return (
    <>
      {bracket !== null && <p>{bracketSentence(bracket)}.</p>}
      {known !== '' && <p>{atStart(known)}.</p>}
      {unknown.length > 0 && (
        <p>
          {unknown.map(({ text, path }) =>
            path === null ? (
              text
            ) : (
              <button
                key={text}
                type="button"
                className={styles['lead']}
                title="Go to this field"
                onClick={() => board.getState().leadTo(path)}
              >
                {text}
              </button>
            ),
          )}
          .
        </p>
      )}
    </>
  );
}
