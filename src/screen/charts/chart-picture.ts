import { wrapped } from '../../drawing/text-width.ts';

const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
];
const TITLE_LINE = 18;
const BELOW_TITLE = 14;
const EDGE = 12;

/** The drawing on its own, as it looks on the page: its colours written out, its title above it, a ground below it. */
export function drawingOf(svg: SVGElement, title: string): string {
  const { width, height } = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true) as SVGElement;
  const originals = svg.querySelectorAll<SVGElement>('*');
  copy.querySelectorAll<SVGElement>('*').forEach((element, place) => {
    const original = originals[place];
    if (original === undefined) return;
    const style = getComputedStyle(original);
    element.removeAttribute('class');
    element.removeAttribute('style');
    for (const name of STYLES) {
      const value = style.getPropertyValue(name);
      if (value !== '' && value !== 'auto') element.setAttribute(name, value);
    }
  });
  const root = getComputedStyle(document.documentElement);
  const color = (token: string): string => root.getPropertyValue(token).trim();
  const family = getComputedStyle(document.body).fontFamily.replaceAll('"', "'");
  const lines = wrapped(title, width, 14, true);
  const titleHeight = lines.length * TITLE_LINE + BELOW_TITLE;
  const [fullWidth, fullHeight] = [width + 2 * EDGE, height + titleHeight + 2 * EDGE];
  copy.setAttribute('x', String(EDGE));
  copy.setAttribute('y', String(EDGE + titleHeight));
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  for (const name of ['class', 'style', 'role', 'tabindex']) copy.removeAttribute(name);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${fullWidth}" height="${fullHeight}" viewBox="0 0 ${fullWidth} ${fullHeight}">`,
    `<rect width="100%" height="100%" fill="${color('--surface')}"/>`,
    ...lines.map(
      (line, place) =>
        `<text x="${EDGE}" y="${EDGE + 14 + place * TITLE_LINE}" font-family="${family}" font-size="14" font-weight="600" fill="${color('--ink')}">${escaped(line)}</text>`,
    ),
    new XMLSerializer().serializeToString(copy),
    '</svg>',
  ].join('');
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
