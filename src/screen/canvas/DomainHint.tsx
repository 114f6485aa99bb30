import { classNames } from '../ui/class-names.ts';
import styles from './canvas.module.css';
import { useDrop } from './surface.ts';

/** What letting go of what is dragged would do to where it stands. */
export function DomainHint() {
  const hint = useDrop((drop) => drop.hint);
  return hint === null ? null : <output className={classNames(styles['hint'], styles['target'])}>{hint}</output>;
}
