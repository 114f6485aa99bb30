const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Any text as XML text or attribute value: escaped, and without the characters that XML does not allow at all. */
export const escaped = (text: string): string =>
  text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    // oxlint-disable-next-line no-control-regex -- these are exactly what has to go
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/[\t\r\n]/g, ' ')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Two decimals at most, and never "-0": the same text everywhere. */
const attribute = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100 + 0) : escaped(value);

/** One element. What stands inside is XML already. */
export function element(name: string, attributes: Attributes, inside = ''): string {
  const written = Object.entries(attributes)
    .filter((entry): entry is [string, string | number] => entry[1] !== undefined)
    .map(([key, value]) => ` ${key}="${attribute(value)}"`)
    .join('');
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

/** A line of text. Spaces are kept as they are. */
export const textElement = (x: number, y: number, text: string, attributes: Attributes = {}): string =>
  text === '' ? '' : element('text', { x, y, ...attributes }, escaped(text));
