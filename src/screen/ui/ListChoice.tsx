import type { ComponentProps } from 'react';
import type { Option } from './Choice.tsx';
import { Icon } from './Icon.tsx';
import styles from './input.module.css';
import { Menu } from './Menu.tsx';

interface ListChoiceProps extends Pick<ComponentProps<typeof Menu>, 'id' | 'tabIndex' | 'title' | 'aria-describedby'> {
  readonly label: string;
  /** What is chosen, in the order in which it was. */
  readonly value: readonly string[];
  readonly options: readonly Option[];
  /** What holds while nothing is chosen, in grey. */
  readonly absent: string;
  readonly onChoose: (value: readonly string[]) => void;
}

/** Any number of several, from a menu that stays open. What is chosen and does not exist can be taken away. */
export function ListChoice({ label, value, options, absent, onChoose, ...rest }: ListChoiceProps) {
  const unknown = value.filter((each) => options.every((option) => option.value !== each));
  const all = [...options, ...unknown.map((each) => ({ value: each, label: each }))];
  const text = value.map((each) => all.find((option) => option.value === each)?.label ?? each).join(', ');
  const shown = text === '' ? absent : text;
  return (
    <Menu
      {...rest}
      data-field
      label={label}
      aria-label={`${label}: ${shown}`}
      variant="plain"
      className={styles['list']}
      disabled={all.length === 0}
      items={all.map((option) => {
        const checked = value.includes(option.value);
        const toggled = checked ? value.filter((each) => each !== option.value) : [...value, option.value];
        return { id: option.value, title: option.label, checked, several: true, run: () => onChoose(toggled) };
      })}
    >
      <span className={styles['chosen']} data-absent={text === '' || undefined}>
        {shown}
      </span>
      <Icon name="ChevronDown" size="0.875rem" />
    </Menu>
  );
}
