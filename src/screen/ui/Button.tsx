import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import styles from './button.module.css';

interface ButtonProps extends ComponentProps<'button'> {
  /** primary is filled: at most one is on the screen. quiet has no border until pointed at. */
  readonly variant?: 'plain' | 'primary' | 'accent' | 'quiet' | undefined;
  readonly icon?: string | undefined;
  /** The name of a button that shows its icon only; also its tooltip. */
  readonly label?: string | undefined;
}

export function Button({
  variant = 'plain',
  icon,
  label,
  className,
  children,
  'aria-label': name = label,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      title={label}
      {...rest}
      aria-label={name}
      className={classNames(styles['button'], styles[variant], children === undefined && styles['bare'], className)}
    >
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  );
}
