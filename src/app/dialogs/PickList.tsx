import { useId, useState, type KeyboardEvent } from 'react';
import styles from './dialogs.module.css';

export interface Pick {
  readonly id: string;
  readonly title: string;
  /** At the right, in grey. */
  readonly about?: string | undefined;
  readonly hint?: string | undefined;
  readonly disabled?: boolean | undefined;
}

interface PickListProps {
  readonly label: string;
  readonly picks: readonly Pick[];
  readonly none: string;
  readonly onPick: (id: string) => void;
}

/** How well a title fits what was typed: 0 is best, null not at all. Every word typed must be in it. */
function rank({ title, about = '' }: Pick, words: readonly string[]): number | null {
  const text = `${title} ${about}`.toLowerCase();
  if (!words.every((word) => text.includes(word))) return null;
  const [first = ''] = words;
  const at = title.toLowerCase().indexOf(first);
  return at === 0 ? 0 : text.includes(` ${first}`) ? 1 : 2;
}

function fitting(picks: readonly Pick[], typed: string): Pick[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return picks
    .flatMap((pick) => {
      const place = rank(pick, words);
      return place === null ? [] : [{ pick, place: place + (pick.disabled === true ? 10 : 0) }];
    })
    .sort((a, b) => a.place - b.place)
    .map(({ pick }) => pick);
}

/** A line to type in and a list that narrows down to it; arrow keys and Enter, or a press, pick one. */
export function PickList({ label, picks, none, onPick }: PickListProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [place, setPlace] = useState(0);
  const shown = fitting(picks, typed);
  const current = Math.min(place, shown.length - 1);

  const go = (to: number): void => {
    const next = Math.max(0, Math.min(to, shown.length - 1));
    setPlace(next);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const step = steps[event.key];
    if (step !== undefined) go(current + step);
    else if (event.key === 'Enter') pick(shown[current]);
    else return;
    event.preventDefault();
  };
  const pick = (chosen: Pick | undefined): void => {
    if (chosen !== undefined && chosen.disabled !== true) onPick(chosen.id);
  };

  return (
    <div className={styles['pick']}>
      <input
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={shown.length > 0 ? `${id}-${current}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={label}
        className={styles['typed']}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setPlace(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label={label} className={styles['options']}>
        {shown.map((option, index) => (
          // The input has the keyboard; an option is pressed.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={option.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            aria-disabled={option.disabled || undefined}
            className={styles['option']}
            onPointerMove={() => setPlace(index)}
            onClick={() => pick(option)}
          >
            <span className={styles['optionTitle']}>{option.title}</span>
            {option.about !== undefined && <span className={styles['about']}>{option.about}</span>}
            {option.hint !== undefined && <kbd className={styles['key']}>{option.hint}</kbd>}
          </div>
        ))}
      </div>
      {shown.length === 0 && (
        <p className={styles['none']} role="status">
          {none}
        </p>
      )}
    </div>
  );
}
