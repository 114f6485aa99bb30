import { ConflictDialog } from '../../screen/library/ConflictDialog.tsx';
import { ExamplesDialog } from '../../screen/library/ExamplesDialog.tsx';
import { HistoryDialog } from '../../screen/library/HistoryDialog.tsx';
import { OpenDialog } from '../../screen/library/OpenDialog.tsx';
import { board, useBoard } from '../../store/board.ts';
import type { Dialog } from '../../store/state.ts';
import { later } from '../later.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { FindDialog } from './FindDialog.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { RenameDesign, RenameDocument } from './RenameDialog.tsx';
import { ShareDialog } from './ShareDialog.tsx';

/** With its chart: it is fetched when it is opened. */
const LoadTestDialog = later(async () => (await import('./LoadTestDialog.tsx')).LoadTestDialog);

const DIALOGS: { readonly [D in Dialog]: (props: { readonly onClose: () => void }) => React.ReactNode } = {
  share: ShareDialog,
  commands: CommandPalette,
  find: FindDialog,
  keys: KeysDialog,
  help: HelpDialog,
  open: OpenDialog,
  examples: ExamplesDialog,
  history: HistoryDialog,
  'rename-design': RenameDesign,
  'rename-document': RenameDocument,
  conflict: ConflictDialog,
  'load-test': LoadTestDialog,
};

/** The dialog that is open. */
export function Dialogs() {
  const dialog = useBoard((state) => state.dialog);
  if (dialog === null) return null;
  const Shown = DIALOGS[dialog];
  // Closing the element also ends a dialog that another one has just taken the place of: only the one that is open counts.
  return <Shown key={dialog} onClose={() => board.getState().dialog === dialog && board.getState().closeDialog()} />;
}
