import styles from './verdict.module.css';

/** A promise kept or broken, or neither for certain: a sign, words and a colour, never colour alone. */
export function Verdict({ met, text }: { readonly met: boolean | null; readonly text: string }) {
  return (
    <span className={styles['verdict']} data-met={met ?? 'unknown'}>
      <span aria-hidden>{met === null ? '?' : met ? '✓' : '✕'}</span> <span>{text}</span>
    </span>
  );
}
