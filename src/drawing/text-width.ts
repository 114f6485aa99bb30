/** Widths of sorts of characters in a wide sans-serif of size 1: enough to cut a long name without a DOM. */
const NARROW = new Set("iIjl.,:;'|!()[]{}`´’‘ ");
const SLIM = new Set('ftr-"/\\*°“”');
const WIDE = new Set('mMwW@%—…●○');

function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 32 || (code >= 0x300 && code <= 0x36f) || code === 0x200d || (code >= 0xfe00 && code <= 0xfe0f)) return 0;
  if (NARROW.has(character)) return 0.33;
  if (SLIM.has(character)) return 0.42;
  if (WIDE.has(character)) return 0.97;
  if (code >= 0x1100) return code >= 0x2000 && code < 0x2e80 ? 0.8 : 1.05;
  return /[A-Z]/.test(character) ? 0.7 : /\d/.test(character) ? 0.64 : 0.61;
}

/** Roughly how wide a text is, in the unit of the size. Errs on the wide side. */
export function textWidth(text: string, size: number, bold = false): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width * size * (bold ? 1.12 : 1);
}

/** The text, cut with "…" where it is wider than it may be. */
export function ellipsised(text: string, widest: number, size: number, bold = false): string {
  if (textWidth(text, size, bold) <= widest) return text;
  const characters = Array.from(text);
  const room = widest - textWidth('…', size, bold);
  let width = 0;
  let kept = 0;
  while (kept < characters.length) {
    width += textWidth(characters[kept] ?? '', size, bold);
    if (width > room) break;
    kept++;
  }
  return `${characters
    .slice(0, kept)
    .join('')
    .replace(/[\s\u200D]+$/u, '')}…`;
}

/** The text in lines no wider than that, broken between words. */
export function wrapped(text: string, widest: number, size: number, bold = false): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size, bold) > widest) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].map((each) => ellipsised(each, widest, size, bold));
}
