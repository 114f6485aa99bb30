import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './input.module.css';
import { useDraft, type DraftHandlers } from './useDraft.ts';

export interface TextInputProps
  extends
    DraftHandlers,
    Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'onBlur' | 'step' | 'placeholder' | 'ref'> {
  readonly value: string;
  /** What holds while nothing is written, in grey. */
  readonly absent?: string | undefined;
  readonly invalid?: boolean | undefined;
  /** In grey at the right, inside the frame. */
  readonly suffix?: ReactNode;
}

/** A quantity as people write it, in figures of equal width. Arrow keys step it where the owner knows how. */
export function QuantityInput(props: TextInputProps) {
  return <TextInput maxLength={10_000} {...props} className={classNames(styles['figures'], props.className)} />;
}

/** A line of text with a draft of its own while it is typed. */
export function TextInput({
  value,
  absent = '',
  invalid = false,
  suffix,
  className,
  onPreview,
  onCommit,
  onCancel,
  step,
  onKeyDown,
  ...rest
}: TextInputProps) {
  const draft = useDraft(value, absent, { onPreview, onCommit, onCancel, step });
  return (
    <span className={classNames(styles['frame'], className)} data-invalid={invalid || undefined}>
      <input
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={200}
        {...rest}
        type="text"
        placeholder={absent}
        aria-invalid={invalid || undefined}
        value={draft.text}
        onChange={(event) => draft.type(event.target.value)}
        onBlur={draft.onBlur}
        onKeyDown={(event) => {
          draft.onKeyDown(event);
          if (!event.isPropagationStopped()) onKeyDown?.(event);
        }}
      />
      {suffix}
    </span>
  );
}
