import { useRef, type KeyboardEvent } from 'react';
import { classNames } from './class-names.ts';
import styles from './tabs.module.css';

export interface Tab {
  readonly id: string;
  readonly title: string;
}

interface TabsProps {
  /** Tabs are called `<id>-<tab id>`; they control the element with the id `<id>-panel`. */
  readonly id: string;
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  /** boxed: in a frame, as a switch in a header. even: tabs share the width. quiet: a small switch, the chosen one on a ground. */
  readonly variant?: 'line' | 'boxed' | 'even' | 'quiet';
  readonly className?: string | undefined;
  readonly onDoubleClick?: ((id: string) => void) | undefined;
}

/** A row of tabs: one stop of the Tab key, arrow keys choose within. */
export function Tabs({ id, label, tabs, chosen, onChoose, variant = 'line', className, onDoubleClick }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const here = tabs.findIndex((tab) => tab.id === chosen);
    const targets: Record<string, number> = {
      ArrowRight: (here + 1) % tabs.length,
      ArrowLeft: (here - 1 + tabs.length) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    };
    const target = targets[event.key];
    const tab = target === undefined ? undefined : tabs[target];
    if (tab === undefined || target === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onChoose(tab.id);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[target]?.focus();
  };
  return (
    <div
      ref={list}
      role="tablist"
      aria-label={label}
      tabIndex={-1}
      className={classNames(styles['tabs'], styles[variant], className)}
      onKeyDown={onKeyDown}
    >
      {tabs.map((tab) => (
        <button
          key={tab.id}
          id={`${id}-${tab.id}`}
          type="button"
          role="tab"
          aria-selected={tab.id === chosen}
          aria-controls={`${id}-panel`}
          tabIndex={tab.id === chosen ? 0 : -1}
          className={styles['tab']}
          onClick={() => onChoose(tab.id)}
          onDoubleClick={() => onDoubleClick?.(tab.id)}
        >
          {tab.title}
        </button>
      ))}
    </div>
  );
}
