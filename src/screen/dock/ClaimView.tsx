import type { Claim, ClaimList, DesignReport } from '../../model/report.ts';
import type { Design } from '../../model/scenario.ts';
import { board } from '../../store/board.ts';
import { useCalm } from '../../store/calm.ts';
import { currentJourney, currentReport, shownDesign } from '../../store/selectors.ts';
import { betaSentence, claimCount, claimParts, claimText, togetherSentence } from '../../words/claims.ts';
import { componentName } from '../../words/names.ts';
import { availabilityFineText, durationText, percentText, signedDurationText, unbroken } from '../../words/numbers.ts';
import { LinkedText } from '../ui/LinkedText.tsx';
import styles from './dock.module.css';
import type { Column, Row } from './figure-rows.ts';
import { FigureTable } from './FigureTable.tsx';

/** What the number takes for granted, and what it becomes where that is false. */
export function ClaimView() {
  const claims = useCalm((state) => currentJourney(state)?.journey.claims ?? null);
  const design = useCalm(shownDesign);
  const index = useCalm((state) => state.design);
  const report = useCalm(currentReport);
  if (claims === null || design === null || report === null) {
    return <p className={styles['text']}>No number yet, so nothing that it rests on.</p>;
  }
  const together = togetherSentence(claims);
  return (
    <div className={styles['columns']} data-one-chart>
      <div className={styles['text']}>
        <p>{claimCount(claims)}.</p>
        {together !== '' && <p>{together}.</p>}
        <BetaField claims={claims} design={design} index={index} />
      </div>
      <div className={styles['table']}>
        <ClaimTable claims={claims} design={design} index={index} report={report} />
      </div>
    </div>
  );
}

interface ClaimsProps {
  readonly claims: ClaimList;
  readonly design: Design;
  readonly index: number;
}

const leadToBeta = (index: number, component: string): void =>
  board.getState().leadTo(['designs', index, 'components', component, 'beta']);

/** What a share of shared failures is, and where it is written down instead of being asked. */
function BetaField({ claims, design, index }: ClaimsProps) {
  const first = claims.claims.find(({ of }) => of === 'replicas');
  if (first === undefined) return null;
  return (
    <p>
      {betaSentence(claims)}. Where you know it, write it down:{' '}
      <LinkedText
        pieces={[
          {
            text: `shared failures of ${componentName(design, first.component)}`,
            go: () => leadToBeta(index, first.component),
          },
        ]}
      />
    </p>
  );
}

function ClaimTable({ claims, design, index, report }: ClaimsProps & { readonly report: DesignReport }) {
  if (claims.claims.length === 0) return null;
  const columns: readonly Column[] = [
    { key: 'claim', label: 'Claim' },
    { key: 'figures', label: `${unbroken(percentText(claims.beta))} shared` },
    { key: 'down', label: 'Down a year' },
    { key: 'change', label: 'Change a year' },
  ];
  const rows = claims.claims.map((claim): Row => {
    const parts = claimParts(claim);
    return {
      key: `${claim.of} ${claim.component} ${claim.members.join(' ')}`,
      name: claimText(claim, design, report),
      cells: [
        availabilityFineText(claim.figures.unavailability),
        durationText(claim.figures.downtimeSecondsPerYear),
        signedDurationText(claim.changeSecondsPerYear),
      ],
      lit: parts.map(({ id }) => id),
      onChoose: () => lead(claim, index),
    };
  });
  const { unavailability, downtimeSecondsPerYear } = claims.together;
  const foot = [
    'All of them false at once',
    availabilityFineText(unavailability),
    durationText(downtimeSecondsPerYear),
    '',
  ];
  return <FigureTable label="Claims of independence" columns={columns} rows={rows} foot={foot} />;
}

/** To the field that says otherwise of a group's replicas, else to what is said to be independent. */
function lead(claim: Claim, index: number): void {
  if (claim.of === 'replicas') leadToBeta(index, claim.component);
  else board.getState().selectParts(claimParts(claim));
}
