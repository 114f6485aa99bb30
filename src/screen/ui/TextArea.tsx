import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import styles from './input.module.css';
import { useDraft, type DraftHandlers } from './useDraft.ts';

interface TextAreaProps
  extends DraftHandlers, Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'onBlur' | 'onKeyDown'> {
  readonly value: string;
}

/** Several lines; grows with its text. Ctrl Enter commits, as leaving it does. */
export function TextArea({ value, className, onPreview, onCommit, onCancel, step, ...rest }: TextAreaProps) {
  const draft = useDraft(value, '', { onPreview, onCommit, onCancel, step });
  return (
    <span className={classNames(styles['frame'], styles['area'], className)}>
      <textarea
        rows={2}
        maxLength={20_000}
        {...rest}
        value={draft.text}
        onChange={(event) => draft.type(event.target.value)}
        onBlur={draft.onBlur}
        onKeyDown={draft.onKeyDown}
      />
    </span>
  );
}
