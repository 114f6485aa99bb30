import { useId, useRef, type ClipboardEvent, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { errorId } from './Field.tsx';
import styles from './pasted-text.module.css';
import { TextArea } from './TextArea.tsx';

/** A text longer than this is read, but not shown: no page lays out a million lines. */
const LONG = 100_000;

export interface PastedProblem {
  /** Where in the text, both from 1 on; null where it is about all of it. */
  readonly place: { readonly line: number; readonly column: number } | null;
  readonly message: string;
}

interface PastedTextProps {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  /** What stands for a text that is too long to be shown. */
  readonly heldText: (characters: number) => string;
  readonly problem: PastedProblem | null;
  /** How much has been read, in [0, 1], of what takes its time. */
  readonly progress: number | null;
  readonly progressText: (share: number) => string;
  /** What is done with it, for the progress: "Reading measurements". */
  readonly doing: string;
  readonly onPreview: (text: string) => void;
  readonly onCommit: (text: string) => void;
  readonly onCancel: () => void;
  readonly onStop: () => void;
  /** Below it, while there is nothing to say. */
  readonly children?: ReactNode;
}

/** A place to paste measurements into: shown up to some length, read while it is typed, its first fault pointed at. */
export function PastedText({
  label,
  placeholder,
  text,
  heldText,
  problem,
  progress,
  progressText,
  doing,
  onPreview,
  onCommit,
  onCancel,
  onStop,
  children,
}: PastedTextProps) {
  const id = useId();
  const area = useRef<HTMLSpanElement>(null);
  const held = text.length > LONG;

  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const clip = event.clipboardData.getData('text');
    if (clip.length <= LONG) return;
    event.preventDefault();
    // What was typed before is done with: it must not come back when its place goes.
    event.currentTarget.blur();
    onCommit(clip);
  };
  const place = problem?.place ?? null;
  const showPlace = (): void => {
    const shown = area.current?.querySelector('textarea');
    if (place === null || !shown) return;
    const typed = shown.value;
    const lines = typed.split('\n');
    const start = lines.slice(0, place.line - 1).reduce((sum, line) => sum + line.length + 1, place.column - 1);
    const word = /^[^\s,;]*/.exec(typed.slice(start))?.[0].length ?? 0;
    shown.focus();
    shown.setSelectionRange(start, start + word);
  };

  return (
    <div className={styles['paste']}>
      {held ? (
        <div className={styles['reading']}>
          <span>{heldText(text.length)}</span>
          {progress === null && <Button onClick={() => onCommit(text)}>Read it</Button>}
          <Button onClick={() => onCommit('')}>Take it away</Button>
        </div>
      ) : (
        <span ref={area}>
          <TextArea
            aria-label={label}
            aria-describedby={problem === null ? undefined : errorId(id)}
            aria-invalid={problem !== null || undefined}
            spellCheck={false}
            maxLength={undefined}
            placeholder={placeholder}
            value={text}
            onPaste={onPaste}
            onPreview={onPreview}
            onCommit={onCommit}
            onCancel={onCancel}
          />
        </span>
      )}
      {progress !== null && (
        <div className={styles['reading']}>
          <progress aria-label={doing} max={1} value={progress} />
          <span className={styles['note']}>{progressText(Math.round(progress * 100) / 100)}</span>
          <Button onClick={onStop}>Stop</Button>
        </div>
      )}
      {problem !== null && (
        <div id={errorId(id)} className={styles['wrong']} role="alert">
          <p>{problem.message}.</p>
          {!held && place !== null && <Button onClick={showPlace}>Show the place</Button>}
        </div>
      )}
      {children !== undefined && text === '' && progress === null && problem === null && (
        <p className={styles['note']}>{children}</p>
      )}
    </div>
  );
}
