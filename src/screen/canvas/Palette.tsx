import { createPortal } from 'react-dom';
import { keyText } from '../../commands/keys.ts';
import { runCommand } from '../../commands/registry.ts';
import { KIND_SPECS } from '../../model/kinds/kinds.ts';
import { KINDS } from '../../model/scenario.ts';
import { board, useBoard } from '../../store/board.ts';
import type { Tool } from '../../store/state.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './palette.module.css';
import { useCarried, type Carried } from './surface.ts';
import { useCarrying } from './useCarrying.ts';

interface Entry {
  readonly tool: Tool;
  readonly label: string;
  readonly icon: string;
  readonly key: string;
}

const TOOLS: readonly Entry[] = [
  { tool: 'select', label: 'Select', icon: 'MousePointer2', key: 'escape' },
  ...KINDS.map((kind): Entry => ({
    tool: kind,
    label: KIND_SPECS[kind].label,
    icon: KIND_SPECS[kind].icon,
    key: KIND_SPECS[kind].key,
  })),
  { tool: 'domain', label: 'Domain', icon: 'SquareDashed', key: 'z' },
  { tool: 'text', label: 'Text', icon: 'TextAlignStart', key: 't' },
  { tool: 'down', label: 'What if', icon: 'PowerOff', key: 'shift+x' },
];

/** What a tool makes where it is put down; null for one that makes nothing. */
const madeBy = (tool: Tool): Carried['tool'] | null => (tool === 'select' || tool === 'down' ? null : tool);

/** What can be put on the board: dragged there, or chosen and then clicked there; by keyboard it lands in the middle. */
export function Palette() {
  return (
    <section className={styles['palette']} aria-label="Parts">
      <div className={styles['tools']} role="toolbar" aria-label="Palette">
        {TOOLS.map((entry) => (
          <ToolButton key={entry.tool} entry={entry} />
        ))}
      </div>
      <CarriedThing />
    </section>
  );
}

/** Pressed with the mouse or a finger it is chosen, or dragged to the board; by keyboard it is made at once. */
function ToolButton({ entry: { tool, label, icon, key } }: { readonly entry: Entry }) {
  const chosen = useBoard((state) => state.tool === tool);
  const carrying = useCarrying(madeBy(tool));
  return (
    <button
      type="button"
      className={styles['tool']}
      aria-pressed={chosen}
      title={`${label} (${keyText(key)})`}
      {...carrying}
      onClick={(event) => {
        const state = board.getState();
        if (event.detail === 0 && madeBy(tool) !== null) void runCommand(`add-${tool}`);
        else state.chooseTool(chosen ? 'select' : tool);
      }}
    >
      <Icon name={icon} />
      <span>{label}</span>
    </button>
  );
}

function CarriedThing() {
  const carried = useCarried((all) => all);
  if (carried === null) return null;
  const { icon, label } = TOOLS.find(({ tool }) => tool === carried.tool) ?? { icon: '', label: '' };
  return createPortal(
    <div className={styles['carried']} style={{ translate: `${carried.x}px ${carried.y}px` }} aria-hidden>
      <Icon name={icon} />
      {label}
    </div>,
    document.body,
  );
}
