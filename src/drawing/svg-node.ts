import type { Point } from '../model/scenario.ts';
import { dotsRow, type Dots } from './dots.ts';
import { NODE_SIZE, type NodeFace } from './face.ts';
import { markSvg, tagSvg, tagWidth } from './svg-marks.ts';
import { ellipsised, textWidth } from './text-width.ts';
import type { Tokens } from './theme.ts';
import { element, escaped, textElement } from './xml.ts';

const INSET = 13;
const ROWS = { title: 26, second: 51, figure: 77 } as const;

/** One component as it stands on the board. Its whole name is in the title, however short the node cuts it. */
export function nodeSvg(id: string, [x, y]: Point, face: NodeFace, colours: Tokens): string {
  const binding = face.tag !== null;
  const right = NODE_SIZE.width - INSET;
  const room = NODE_SIZE.width - 2 * INSET;
  const frame = element('rect', {
    width: NODE_SIZE.width,
    height: NODE_SIZE.height,
    rx: 10,
    fill: colours.surface,
    stroke: binding ? colours.bind : colours.edge,
    'stroke-width': binding ? 2 : 1,
  });
  const size = textWidth(face.title, 15, true) <= room ? 15 : 13;
  const title = textElement(INSET, ROWS.title, ellipsised(face.title, room, size, true), {
    'font-size': size,
    'font-weight': 600,
    fill: colours.ink,
  });
  const end = (row: number, text: string, fill: string, weight?: number): string =>
    textElement(right, row, text, { 'text-anchor': 'end', fill, 'font-weight': weight });
  const secondRoom = room - textWidth(face.sparesText, 13) - 8;
  const second = face.dots
    ? dots(face.dots, secondRoom, colours)
    : textElement(INSET, ROWS.second, ellipsised(face.dotsText, secondRoom, 13), { fill: colours['ink-2'] });
  const value = ellipsised(face.figureValue, room - textWidth(face.figureLabel, 13) - 8, 13, true);
  return element(
    'g',
    { transform: `translate(${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100})`, 'data-component': id },
    element('title', {}, escaped(`${face.title} · ${face.kind}`)) +
      frame +
      title +
      second +
      end(ROWS.second, face.sparesText, colours['ink-2']) +
      textElement(INSET, ROWS.figure, face.figureLabel, { fill: colours['ink-2'] }) +
      end(ROWS.figure, value, face.figureBroken ? colours.bad : colours.ink, 600) +
      (face.singlePoint ? markSvg(INSET - 1, -11, colours) : '') +
      (face.tag === null ? '' : tagSvg(right - tagWidth(face.tag), 0, face.tag, colours)),
  );
}

/** Filled where needed, hollow where spare; drawn, since fonts disagree about the size of ● and ○. */
function dots(row: Dots, room: number, colours: Tokens): string {
  const { dots: all, bars, radius } = dotsRow(row, room);
  const y = ROWS.second - 4.5;
  return [
    ...all.map(({ x, full }) =>
      element('circle', {
        cx: INSET + x,
        cy: y,
        r: full ? radius : radius - 0.6,
        fill: full ? colours.ink : 'none',
        stroke: full ? undefined : colours.ink,
        'stroke-width': full ? undefined : 1.2,
      }),
    ),
    ...bars.map((x) =>
      element('path', { d: `M${INSET + x} ${y - radius - 1}v${2 * radius + 2}`, stroke: colours['ink-2'] }),
    ),
  ].join('');
}
