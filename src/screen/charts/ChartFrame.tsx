import { useRef, useState, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import styles from './charts.module.css';
import { drawingOf } from './chart-picture.ts';

/** Takes the drawing of a chart somewhere: to the clipboard, or a file. */
export type CopyPicture = (svg: string, name: string) => Promise<void>;

/** What a chart shows, as rows of text for those who don't see it. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface ChartFrameProps {
  /** What the chart shows: its finding. */
  readonly title: string;
  /** Of the file, when the picture is saved. */
  readonly name: string;
  readonly table: ChartTable;
  readonly copyPicture: CopyPicture;
  /** What else can be chosen about it; stands at the lower left, where the axis leaves room. */
  readonly choices?: ReactNode;
  readonly children: ReactNode;
}

/** A chart under its title, with the table behind it and a picture to take away. */
export function ChartFrame({ title, name, table, copyPicture, choices, children }: ChartFrameProps) {
  const [asTable, setAsTable] = useState(false);
  const plot = useRef<HTMLDivElement>(null);
  const copy = (): void => {
    const svg = plot.current?.querySelector('svg');
    if (svg) void copyPicture(drawingOf(svg, title), name);
  };
  return (
    <figure className={styles['figure']}>
      <figcaption className={styles['caption']}>
        <h3 className={styles['title']} title={title}>
          {title}
        </h3>
        <span className={styles['tools']}>
          <Button
            variant="quiet"
            className={styles['tool']}
            icon="Table2"
            label={asTable ? 'Show as a chart' : 'Show as a table'}
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          />
          <Button
            variant="quiet"
            className={styles['tool']}
            icon="Copy"
            label="Copy the chart as a picture"
            disabled={asTable}
            onClick={copy}
          />
        </span>
      </figcaption>
      {asTable ? (
        <DataTable title={title} table={table} />
      ) : (
        <div
          ref={plot}
          className={styles['plot']}
          role="img"
          aria-label={`Chart: ${title}. Its numbers are in the table.`}
        >
          {children}
        </div>
      )}
      {!asTable && choices !== undefined && <div className={styles['choices']}>{choices}</div>}
    </figure>
  );
}

function DataTable({ title, table }: { readonly title: string; readonly table: ChartTable }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
    <div className={styles['table']} role="region" aria-label={title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row[0]}>
              {row.map((cell, place) =>
                place === 0 ? (
                  <th key={table.columns[place]} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={table.columns[place]}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
