import { SINGLE_POINT_HELP } from '../words/importance.ts';
import { textWidth } from './text-width.ts';
import type { Tokens } from './theme.ts';
import { element, escaped, textElement } from './xml.ts';

export const tagWidth = (text: string): number => textWidth(text, 12, true) + 20;

/** The tag of what binds, across a border, with its left end there. */
export function tagSvg(left: number, border: number, text: string, colours: Tokens): string {
  const width = tagWidth(text);
  return (
    element('rect', { x: left, y: border - 11, width, height: 20, rx: 10, fill: colours.bind }) +
    textElement(left + width / 2, border + 3.5, text, {
      'text-anchor': 'middle',
      'font-size': 12,
      'font-weight': 700,
      fill: colours['on-bind'],
    })
  );
}

/** The mark of a single point of failure: a one in a circle, with its upper left corner there. */
export const markSvg = (x: number, y: number, colours: Tokens): string =>
  element(
    'g',
    { 'data-single': '' },
    element('title', {}, escaped(SINGLE_POINT_HELP)) +
      element('circle', { cx: x + 10, cy: y + 10, r: 9.5, fill: colours.surface, stroke: colours['ink-2'] }) +
      textElement(x + 10, y + 14.5, '1', {
        'text-anchor': 'middle',
        'font-size': 12,
        'font-weight': 700,
        fill: colours.ink,
      }),
  );
