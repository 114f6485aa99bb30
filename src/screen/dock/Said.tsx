import type { Sentence } from '../../words/sentence.ts';

/** A sentence with what matters in bold. */
export function Said({ sentence }: { readonly sentence: Sentence }) {
  return sentence.map((segment, place) =>
    // oxlint-disable-next-line react/no-array-index-key -- the pieces of one sentence have nothing but their place
    segment.strong ? <b key={place}>{segment.text}</b> : <span key={place}>{segment.text}</span>,
  );
}
