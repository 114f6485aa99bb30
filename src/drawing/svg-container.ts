import type { ContainerFace } from './container-face.ts';
import { CONTAINER, type Container } from './containers.ts';
import { markSvg, tagSvg } from './svg-marks.ts';
import { ellipsised, textWidth } from './text-width.ts';
import type { Tokens } from './theme.ts';
import { element, escaped, textElement } from './xml.ts';

const INSET = 14;
const BASELINE = { head: 20, row: 17 } as const;
const SIZE = 13;
const MARK = 26;

/** One domain as it stands on the board: its border, its name, and a line for each group that is spread over it. */
export function containerSvg({ id, box }: Container, face: ContainerFace, colours: Tokens): string {
  const binding = face.tag !== null;
  const frame = element('rect', {
    width: box.width,
    height: box.height,
    rx: 14,
    fill: colours.ink,
    'fill-opacity': 0.03,
    stroke: binding ? colours.bind : colours['ink-2'],
    'stroke-width': binding ? 2 : 1.5,
    'stroke-dasharray': '5 4',
  });
  const left = INSET + (face.singlePoint ? MARK : 0);
  const up = face.up === '' ? '' : ` · ${face.up}`;
  const room = box.width - left - INSET - textWidth(up, SIZE);
  const name = ellipsised(face.title, room, SIZE, true);
  const head = element(
    'text',
    { x: left, y: BASELINE.head, fill: colours['ink-2'] },
    element('tspan', { fill: colours.ink, 'font-weight': 600 }, escaped(name)) + escaped(up),
  );
  const rows = face.rows.map(({ text }, index) =>
    textElement(
      INSET,
      CONTAINER.head + index * CONTAINER.row + BASELINE.row,
      ellipsised(text, box.width - 2 * INSET, SIZE),
      { fill: colours['ink-2'] },
    ),
  );
  return element(
    'g',
    { transform: `translate(${Math.round(box.x * 100) / 100} ${Math.round(box.y * 100) / 100})`, 'data-domain': id },
    element('title', {}, escaped([face.title + up, ...face.rows.map(({ text }) => text)].join(', '))) +
      frame +
      (face.singlePoint ? markSvg(INSET, 6, colours) : '') +
      head +
      rows.join('') +
      (face.tag === null ? '' : tagSvg(INSET, box.height, face.tag, colours)),
  );
}
