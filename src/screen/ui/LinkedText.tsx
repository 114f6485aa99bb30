import styles from './linked-text.module.css';

export interface TextPiece {
  readonly text: string;
  /** Where it leads; absent for what is only said. */
  readonly go?: (() => void) | undefined;
  readonly title?: string | undefined;
}

/** A sentence of which some words lead somewhere. */
export function LinkedText({ pieces }: { readonly pieces: readonly TextPiece[] }) {
  return pieces.map(({ text, go, title }) =>
    go === undefined ? (
      // No line begins with a comma or a full stop.
      text.replace(/^[,.]/, '\u2060$&')
    ) : (
      <button key={text} type="button" className={styles['lead']} title={title} onClick={go}>
        {text}
      </button>
    ),
  );
}
