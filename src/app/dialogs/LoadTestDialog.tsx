import { useEffect, useId, useRef, useState, type DragEvent } from 'react';
import { LoadTestChart } from '../../screen/charts/LoadTestChart.tsx';
import { Button } from '../../screen/ui/Button.tsx';
import { Choice } from '../../screen/ui/Choice.tsx';
import { Dialog } from '../../screen/ui/Dialog.tsx';
import { PastedText } from '../../screen/ui/PastedText.tsx';
import { board, useBoard } from '../../store/board.ts';
import { groupToFit, scalableGroups, writeFit, type LoadTest } from '../../store/load-test.ts';
import { shownDesign } from '../../store/selectors.ts';
import { heldText } from '../../words/measurements.ts';
import { componentName } from '../../words/names.ts';
import { percentText } from '../../words/numbers.ts';
import { FIT_COLUMNS, fitFigures, fitRemarks, fitRows } from '../../words/usl-fit.ts';
import { copyPicture } from '../copy-picture.ts';
import styles from './load-test.module.css';
import { useLoadTest } from './useLoadTest.ts';

/** Text files, as tables are saved. */
const ACCEPTED = '.csv,.tsv,.txt,.dat,text/csv,text/plain,text/tab-separated-values';
/** No load test is longer; the rest of a file is not read. */
const MOST_BYTES = 8_000_000;

const textOf = (file: File): Promise<string> => file.slice(0, MOST_BYTES).text();

/** A load test is pasted, fitted at once, and its contention and coordination are used for a group. */
export function LoadTestDialog({ onClose }: { readonly onClose: () => void }) {
  const test = useLoadTest();
  const paste = useRef<HTMLDivElement>(null);
  useEffect(() => paste.current?.querySelector('textarea')?.focus(), []);
  const { outcome } = test;
  const fitted = outcome?.ok === true ? outcome.value : null;

  const openFile = async (): Promise<void> => {
    const { chooseFile } = await import('../../share/browser/files.ts');
    const file = await chooseFile(ACCEPTED);
    if (file !== null) test.commit(await textOf(file));
  };
  const onDrop = (event: DragEvent): void => {
    const file = event.dataTransfer.files[0];
    if (file === undefined) return;
    event.preventDefault();
    // The page itself would open it as a board.
    event.stopPropagation();
    void textOf(file).then(test.commit);
  };

  return (
    <Dialog
      title="Fit a load test"
      onClose={onClose}
      wide
      actions={<Use test={fitted} onUsed={() => board.getState().closeDialog()} />}
    >
      {/* A file is opened by the button too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={styles['columns']} onDrop={onDrop}>
        <div ref={paste} className={styles['paste']}>
          <PastedText
            label="Load test"
            placeholder={'1  64.9\n18  995.9\n36  1652'}
            text={test.text}
            heldText={heldText}
            problem={outcome?.ok === false ? outcome.problem : null}
            progress={test.progress}
            progressText={percentText}
            doing="Fitting"
            onPreview={test.preview}
            onCommit={test.commit}
            onCancel={test.cancel}
            onStop={test.stop}
          />
          <Button onClick={() => void openFile()}>Open a file</Button>
        </div>
        {fitted === null ? (
          <p className={styles['hint']}>
            Paste two columns: how many replicas there were, and the throughput that they reached under full load. Four
            lines are enough for a first fit, from few replicas to many.
          </p>
        ) : (
          <Fitted test={fitted} />
        )}
      </div>
    </Dialog>
  );
}

function Fitted({ test }: { readonly test: LoadTest }) {
  const { points, fitted } = test;
  const remarks = fitRemarks(fitted.fit);
  return (
    <>
      <div className={styles['chart']}>
        <LoadTestChart test={test} copyPicture={copyPicture} />
      </div>
      <div className={styles['figures']} role="status" aria-label="The fit">
        {remarks.map((remark) => (
          <p key={remark} className={styles['remark']}>
            {remark}
          </p>
        ))}
        <Figures test={test} />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard */}
      <div className={styles['residuals']} role="region" aria-label="Measured and fitted" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {FIT_COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fitRows(fitted.fit, points).map((row, place) => (
              // Rows are measurements: they have no names but their places.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={place}>
                {row.map((cell, column) => (
                  <td key={FIT_COLUMNS[column]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Figures({ test: { fitted } }: { readonly test: LoadTest }) {
  return (
    <table>
      <caption>Universal Scalability Law</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">figure</span>
          </th>
          <th scope="col">fit</th>
          <th scope="col">at 95 %</th>
        </tr>
      </thead>
      <tbody>
        {fitFigures(fitted.fit).map(({ label, help, text, interval }) => (
          <tr key={label} title={help}>
            <th scope="row">{label}</th>
            <td>{text}</td>
            <td>{interval}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface UseProps {
  readonly test: LoadTest | null;
  readonly onUsed: () => void;
}

/** For which group the coefficients are, and the button that writes them. */
function Use({ test, onUsed }: UseProps) {
  const id = useId();
  const design = useBoard(shownDesign);
  const groups = useBoard((state) => scalableGroups(state).join(' '));
  const [chosen, setChosen] = useState(() => groupToFit(board.getState()) ?? '');
  if (design === null || groups === '') return <p>No group on this board scales with its replicas.</p>;
  return (
    <div className={styles['use']}>
      <label htmlFor={id}>For</label>
      <Choice
        id={id}
        value={chosen}
        options={groups.split(' ').map((group) => ({ value: group, label: componentName(design, group) }))}
        onChoose={setChosen}
      />
      <Button
        variant="accent"
        disabled={test === null}
        onClick={() => {
          if (test !== null) writeFit(chosen, test.fitted.fit);
          onUsed();
        }}
      >
        Use these
      </Button>
    </div>
  );
}
