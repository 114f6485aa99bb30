import { unbroken } from './numbers.ts';

/** A sentence in pieces, so that a screen can make what matters bold and a text file can leave it plain. */
export interface Segment {
  readonly text: string;
  readonly strong?: true;
}
export type Sentence = readonly Segment[];

/** The sentence as plain text. Spaces that may not break are ordinary ones here. */
export const sentenceText = (sentence: Sentence): string =>
  sentence
    .map((segment) => segment.text)
    .join('')
    .replaceAll('\u00A0', ' ');

/** A number that a sentence is about. */
export interface Figure {
  readonly figure: string;
  readonly strong: boolean;
}
export const strong = (figure: string): Figure => ({ figure, strong: true });
export const plain = (figure: string): Figure => ({ figure, strong: false });

/** say`It takes ${strong('4.41 h')} a year.`: what is put in never breaks inside a number. */
export function say(texts: TemplateStringsArray, ...figures: readonly (Figure | string)[]): Sentence {
  const segments: Segment[] = [];
  const add = (text: string, isStrong: boolean): void => {
    const last = segments.at(-1);
    if (text === '') return;
    if (isStrong) segments.push({ text, strong: true });
    else if (last && !last.strong) segments[segments.length - 1] = { text: last.text + text };
    else segments.push({ text });
  };
  texts.forEach((text, index) => {
    add(text, false);
    const figure = figures[index];
    if (typeof figure === 'string') add(figure, false);
    else if (figure) add(unbroken(figure.figure), figure.strong);
  });
  return segments;
}
