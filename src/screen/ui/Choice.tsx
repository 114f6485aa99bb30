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
