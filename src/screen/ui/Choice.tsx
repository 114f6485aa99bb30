import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import styles from './input.module.css';

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface ChoiceProps extends Omit<ComponentProps<'select'>, 'value' | 'onChange'> {
  readonly value: string;
  readonly options: readonly Option[];
  /** What holds while nothing is chosen: an option of its own, in grey. */
  readonly absent?: string | undefined;
  readonly onChoose: (value: string) => void;
}

/** One of several, from a native list. */
export function Choice({ value, options, absent, onChoose, className, ...rest }: ChoiceProps) {
  const unknown = value !== '' && options.every((option) => option.value !== value);
  return (
    <span className={classNames(styles['choice'], className)}>
      <select
        {...rest}
        className={styles['select']}
        data-absent={value === '' || undefined}
        value={value}
        onChange={(event) => onChoose(event.target.value)}
      >
        {absent !== undefined && <option value="">{absent}</option>}
        {unknown && <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <span className={styles['arrow']}>
        <Icon name="ChevronDown" size="0.875rem" />
      </span>
    </span>
  );
}

interface SegmentsProps {
  readonly label: string;
  /** The same for the radio buttons of one group, and for no others. */
  readonly name: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChoose: (value: string) => void;
}

/** One of two or three, all in view. */
export function Segments({ label, name, value, options, onChoose }: SegmentsProps) {
  return (
    <span role="radiogroup" aria-label={label} className={styles['segments']}>
      {options.map((option) => (
        <label key={option.value} className={styles['segment']}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChoose(option.value)}
          />
          {option.label}
        </label>
      ))}
    </span>
  );
}
