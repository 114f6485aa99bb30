import { KIND_SPECS } from '../../model/kinds/kinds.ts';
import { KINDS, type Kind } from '../../model/scenario.ts';
import { keyText } from '../../commands/keys.ts';
import { PopupMenu } from '../ui/PopupMenu.tsx';

interface KindMenuProps {
  readonly label: string;
  readonly x: number;
  readonly y: number;
  /** Kinds that make sense here. */
  readonly fits: (kind: Kind) => boolean;
  readonly choose: (kind: Kind) => void;
  readonly onClose: () => void;
}

/** Asks for a kind, there where the component will stand. */
export function KindMenu({ label, x, y, fits, choose, onClose }: KindMenuProps) {
  const items = KINDS.filter(fits).map((kind) => ({
    id: kind,
    title: KIND_SPECS[kind].label,
    icon: KIND_SPECS[kind].icon,
    hint: keyText(KIND_SPECS[kind].key),
    run: () => choose(kind),
  }));
  return <PopupMenu label={label} items={items} anchor={{ x, y }} onClose={onClose} />;
}
