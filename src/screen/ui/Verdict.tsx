import styles from './verdict.module.css';

/** A promise kept or broken: a sign, words and a colour, never colour alone. */
export function Verdict({ met, text }: { readonly met: boolean; readonly text: string }) {
  return (
    <span className={styles['verdict']} data-met={met}>
      <span aria-hidden>{met ? '✓' : '✕'}</span> {text}
    </span>
  );
}
