import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Choice, type Option } from './Choice.tsx';
import { Flag } from './Flag.tsx';
import { Icon } from './Icon.tsx';
import { ListChoice } from './ListChoice.tsx';
import { Menu } from './Menu.tsx';
import { QuantityInput, TextInput } from './QuantityInput.tsx';
import styles from './value-control.module.css';

interface ValueControlProps {
  readonly id: string;
  /** The name, where no label element gives one. */
  readonly label: string;
  readonly named?: boolean | undefined;
  readonly help?: string | undefined;
  readonly problemId?: string | undefined;
  readonly invalid: boolean;
  readonly kind: 'figures' | 'text' | 'choice' | 'flag' | 'list';
  readonly options?: readonly Option[] | undefined;
  /** Words that stand for a number, such as "majority". */
  readonly words?: readonly string[] | undefined;
  readonly text: string;
  /** Several owners differ. */
  readonly mixed: boolean;
  readonly absent: string;
  readonly steps: boolean;
  readonly tabIndex?: number | undefined;
  /** In the frame at the right, such as another way of writing it. */
  readonly suffix?: ReactNode;
  readonly preview: (text: string) => void;
  readonly commit: (text: string) => void;
  readonly cancel: () => void;
  readonly step: (text: string, steps: number) => string | null;
  readonly set: (value: string | boolean | undefined) => void;
}

/** The control for one value, by what it holds: a quantity, a text, one or any number of several, yes or no. */
export function ValueControl(props: ValueControlProps): ReactNode {
  const { id, label, help, kind, text, mixed, absent, words = [], options = [], steps } = props;
  const shared = {
    id,
    tabIndex: props.tabIndex,
    'aria-label': props.named === true ? undefined : label,
    'aria-description': help,
    'aria-describedby': props.invalid ? props.problemId : undefined,
    'data-field': true,
  };
  const emptyText = mixed ? 'mixed' : absent;

  if (kind === 'flag')
    return <Flag {...shared} value={mixed ? null : text === 'true'} onChoose={(yes) => props.set(yes || undefined)} />;
  if (kind === 'choice') {
    const usual = options.find((option) => option.value === absent)?.label ?? absent;
    return (
      <Choice
        {...shared}
        value={text}
        options={options}
        absent={mixed ? 'mixed' : usual}
        aria-invalid={props.invalid || undefined}
        onChoose={(value) => props.set(value === '' ? undefined : value)}
      />
    );
  }
  if (kind === 'list') {
    return (
      <ListChoice
        id={id}
        tabIndex={props.tabIndex}
        title={help}
        aria-describedby={shared['aria-describedby']}
        label={label}
        value={text === '' ? [] : text.split(', ')}
        options={options}
        absent={emptyText}
        onChoose={(value) => props.commit(value.join(', '))}
      />
    );
  }
  const input = {
    ...shared,
    value: text,
    absent: emptyText,
    invalid: props.invalid,
    onPreview: props.preview,
    onCommit: props.commit,
    onCancel: props.cancel,
  };
  if (kind === 'text') return <TextInput {...input} />;
  const stepBy = (by: number): void => {
    const next = props.step(text, by);
    if (next !== null) props.commit(next);
  };
  return (
    <span className={styles['value']}>
      {steps && (
        <Button
          className={styles['step']}
          icon="Minus"
          label={`Less: ${label}`}
          tabIndex={props.tabIndex}
          onClick={() => stepBy(-1)}
        />
      )}
      <QuantityInput
        {...input}
        className={styles['input']}
        step={props.step}
        suffix={
          words.length > 0 ? (
            <Words label={label} words={words} text={text} tabIndex={props.tabIndex} onChoose={props.commit} />
          ) : (
            props.suffix
          )
        }
      />
      {steps && (
        <Button
          className={styles['step']}
          icon="Plus"
          label={`More: ${label}`}
          tabIndex={props.tabIndex}
          onClick={() => stepBy(1)}
        />
      )}
    </span>
  );
}

interface WordsProps {
  readonly label: string;
  readonly words: readonly string[];
  readonly text: string;
  readonly tabIndex: number | undefined;
  readonly onChoose: (word: string) => void;
}

/** "or capacity": what may be written instead of a number, to pick from. */
function Words({ label, words, text, tabIndex, onChoose }: WordsProps): ReactNode {
  return (
    <Menu
      label={`${label}: other values`}
      className={styles['words']}
      tabIndex={tabIndex}
      items={words.map((word) => ({ id: word, title: word, checked: word === text, run: () => onChoose(word) }))}
    >
      <span className="visually-hidden">{label}: </span>
      {/* A word that is written has the room. */}
      {!words.includes(text) && (
        <span className={styles['word']}>or {words.findLast((word) => word !== text) ?? words[0]}</span>
      )}
      <span className={styles['more']} data-alone={words.includes(text) || undefined}>
        <Icon name="ChevronDown" size="0.875rem" />
      </span>
    </Menu>
  );
}
