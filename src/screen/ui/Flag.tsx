import { useEffect, useRef, type ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import styles from './input.module.css';

interface FlagProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'checked'> {
  /** null where several are edited at once and differ. */
  readonly value: boolean | null;
  readonly onChoose: (value: boolean) => void;
}

/** Yes or no. */
export function Flag({ value, onChoose, className, ...rest }: FlagProps) {
  const element = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (element.current !== null) element.current.indeterminate = value === null;
  }, [value]);
  return (
    <input
      {...rest}
      ref={element}
      type="checkbox"
      className={classNames(styles['flag'], className)}
      checked={value === true}
      onChange={(event) => onChoose(event.target.checked)}
    />
  );
}
