import type { ReactNode } from 'react';
import { useLoad } from '../../store/answers.ts';
import { board } from '../../store/board.ts';
import { useCalm } from '../../store/calm.ts';
import { cacheShown } from '../../store/load-subjects.ts';
import { caches, shownDesign } from '../../store/selectors.ts';
import { cacheJourneySentence, emptyCacheSentence, hardestHit } from '../../words/load-sentences.ts';
import { atStart, componentName, inSentence } from '../../words/names.ts';
import { percentText } from '../../words/numbers.ts';
import { Choice } from '../ui/Choice.tsx';
import styles from './dock.module.css';
import { Said } from './Said.tsx';

const ID = 'cache-shown';

/** What the callees of a cache get while it is empty, and whether they bear it. */
export function CacheView({ chart }: { readonly chart: ReactNode }) {
  const component = useCalm(cacheShown);
  const all = useCalm(caches);
  const index = useCalm((state) => state.design);
  const design = useCalm(shownDesign);
  const loss = useLoad(component === null ? null : { question: 'cache-loss', design: index, component });
  if (design === null || component === null) return null;
  const hit = loss === null ? undefined : hardestHit(loss);
  const options = all.map((value) => ({ value, label: componentName(design, value) }));
  return (
    <div className={styles['columns']} data-one-chart>
      <div className={styles['text']}>
        {all.length > 1 && (
          <p className={styles['about']}>
            <label htmlFor={ID}>What if it is empty:</label>
            <Choice
              id={ID}
              value={component}
              options={options}
              onChoose={(id) => board.getState().select({ components: [id] })}
            />
          </p>
        )}
        {loss === null && <p role="status">Emptying it …</p>}
        {loss !== null && hit === undefined && (
          <p>{componentName(design, component)} calls nothing: nobody misses it.</p>
        )}
        {loss !== null && hit !== undefined && (
          <>
            <p>
              {atStart(inSentence(componentName(design, component)))} answers <b>{percentText(loss.hitRatio)}</b> of
              requests by itself. <Said sentence={emptyCacheSentence(hit, design)} />
            </p>
            {loss.journeys.map((journey) => (
              <p key={journey.journey}>
                <Said sentence={cacheJourneySentence(journey, design)} />
              </p>
            ))}
          </>
        )}
      </div>
      <div className={styles['chart']}>{chart}</div>
    </div>
  );
}
