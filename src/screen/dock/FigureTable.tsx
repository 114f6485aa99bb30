import { useEffect, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { board } from '../../store/board.ts';
import { rowsShown } from '../../words/views.ts';
import { inOrder, type Column, type Order, type Row } from './figure-rows.ts';
import styles from './figure-table.module.css';

interface FigureTableProps {
  readonly label: string;
  /** The first is the name's. */
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** A last row that leads nowhere: its cells, the name's first. */
  readonly foot?: readonly string[];
  /** On a phone each name stands above its figures. */
  readonly longNames?: boolean;
}

/** As many rows as are drawn; of more, the first in the order that is chosen. */
const MOST_ROWS = 200;

/** A text of more letters may be cut off in its cell: the whole comes up when it is pointed at. */
const LONG = 20;

const light = (ids: readonly string[]): void => board.getState().light(ids);

/**
 * Figures in rows that lead to what they are about and light it up. Its rows are one stop of the Tab key, arrows go from
 * one to the next; heads sort.
 */
export function FigureTable({ label, columns, rows, foot, longNames = false }: FigureTableProps) {
  const [order, setOrder] = useState<Order | null>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => () => light([]), []);
  const shown = inOrder(rows, order).slice(0, MOST_ROWS);
  // Behind the name, but for the last.
  const figures: CSSProperties & Record<'--figures', number> = {
    '--figures': columns.filter(({ aside }) => aside !== true).length - 2,
  };
  const stop = shown.some(({ key }) => key === current) ? current : shown[0]?.key;

  function onKeyDown(event: KeyboardEvent): void {
    const buttons = [...(body.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const here = buttons.findIndex((button) => button === event.target);
    const last = buttons.length - 1;
    const target = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: last }[event.key];
    if (here < 0 || target === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    buttons[Math.min(Math.max(target, 0), last)]?.focus();
  }

  return (
    <div className={styles['scroll']}>
      <table className={styles['table']} style={figures} aria-label={label} data-long-names={longNames || undefined}>
        <thead>
          <tr>
            {columns.map((column, place) => (
              <Head
                key={column.key}
                column={column}
                sorts={rows.some(({ sizes }) => sizes !== undefined)}
                sorted={order?.column === place ? (order.down ? 'descending' : 'ascending') : undefined}
                onSort={() =>
                  setOrder(
                    order?.column === place ? { column: place, down: !order.down } : { column: place, down: place > 0 },
                  )
                }
              />
            ))}
          </tr>
        </thead>
        {/* It is no control: it hears keys on their way up from its rows. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <tbody ref={body} onKeyDown={onKeyDown}>
          {shown.map((row) => (
            <FigureRow
              key={row.key}
              row={row}
              columns={columns}
              stop={row.key === stop}
              onFocus={() => setCurrent(row.key)}
            />
          ))}
        </tbody>
        {foot !== undefined && (
          <tfoot>
            <tr>
              {columns.map(({ key, aside }, place) =>
                place === 0 ? (
                  <th key={key} scope="row">
                    {foot[place]}
                  </th>
                ) : (
                  <td key={key} data-aside={aside}>
                    {foot[place]}
                  </td>
                ),
              )}
            </tr>
          </tfoot>
        )}
      </table>
      {rows.length > shown.length && <p className={styles['more']}>{rowsShown(shown.length, rows.length)}.</p>}
      <Helps columns={columns} />
    </div>
  );
}

interface HeadProps {
  readonly column: Column;
  readonly sorts: boolean;
  readonly sorted: 'ascending' | 'descending' | undefined;
  readonly onSort: () => void;
}

function Head({ column: { label, help, aside }, sorts, sorted, onSort }: HeadProps) {
  return (
    <th scope="col" aria-sort={sorted} title={help} data-aside={aside}>
      {sorts ? (
        <button type="button" className={styles['sort']} onClick={onSort}>
          {label}
          <span aria-hidden className={styles['arrow']}>
            {sorted === undefined ? '' : sorted === 'descending' ? '▾' : '▴'}
          </span>
        </button>
      ) : (
        label
      )}
    </th>
  );
}

interface FigureRowProps {
  readonly row: Row;
  readonly columns: readonly Column[];
  /** Whether the Tab key stops here. */
  readonly stop: boolean;
  readonly onFocus: () => void;
}

function FigureRow({ row: { name, tag, cells, lit, onChoose }, columns, stop, onFocus }: FigureRowProps) {
  return (
    // The whole row answers to a pointer; for keys its name is a button.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <tr onPointerEnter={() => light(lit)} onPointerLeave={() => light([])} onClick={onChoose}>
      <th scope="row">
        <button
          type="button"
          data-row
          tabIndex={stop ? 0 : -1}
          className={styles['name']}
          onFocus={() => {
            onFocus();
            light(lit);
          }}
          onBlur={() => light([])}
        >
          {name}
        </button>
        {tag !== undefined && (
          <span className={styles['tag']} title={tag.help}>
            {tag.text}
          </span>
        )}
      </th>
      {cells.map((cell, place) => (
        <td
          // Cells have nothing but their place.
          // oxlint-disable-next-line react/no-array-index-key
          key={place}
          data-aside={columns[place + 1]?.aside}
          title={typeof cell === 'string' && cell.length > LONG ? cell : undefined}
        >
          {cell}
        </td>
      ))}
    </tr>
  );
}

/** What the columns say, for those who cannot rest a pointer on their heads. */
function Helps({ columns }: Pick<FigureTableProps, 'columns'>) {
  const told = columns.filter(({ help }) => help !== undefined);
  if (told.length === 0) return null;
  return (
    <dl className={styles['helps']}>
      {told.map(({ key, label, help }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{help}</dd>
        </div>
      ))}
    </dl>
  );
}
