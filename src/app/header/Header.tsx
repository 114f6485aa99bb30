import { keyText } from '../../commands/keys.ts';
import { runCommand } from '../../commands/registry.ts';
import { Button } from '../../screen/ui/Button.tsx';
import { useBoard } from '../../store/board.ts';
import { canRedo, canUndo, redoTitle, undoTitle } from '../../store/selectors.ts';
import type { PageLayout } from '../page-layout.ts';
import { DesignSwitch } from './DesignSwitch.tsx';
import styles from './header.module.css';
import { TitleMenu } from './TitleMenu.tsx';

/** The quiet line at the top: what is open, which design, and the few commands that everybody looks for. */
export function Header({ layout }: { readonly layout: PageLayout }) {
  const phone = layout === 'phone';
  return (
    <header className={styles['header']} data-layout={layout}>
      <h1 className={phone ? 'visually-hidden' : styles['logo']}>nineboard</h1>
      <TitleMenu withDesigns={phone} />
      {!phone && <Saved />}
      {!phone && <DesignSwitch />}
      <span className={styles['space']} />
      <SearchCommands small={layout !== 'wide'} />
      <UndoRedo />
      <Button
        variant="primary"
        icon={phone ? 'Link' : undefined}
        label={phone ? 'Share link' : undefined}
        title={`Share link (${keyText('mod+shift+s')})`}
        onClick={() => void runCommand('share-link')}
      >
        {phone ? undefined : 'Share link'}
      </Button>
    </header>
  );
}

const SAVED = { saved: 'saved', saving: 'saving …', refused: 'not saved' } as const;

/** Whether the work is kept. The words share one box, so that nothing moves when they change. */
function Saved() {
  const saved = useBoard((state) => (state.origin === 'own' ? state.saved : null));
  const text = saved === null ? 'not kept yet' : SAVED[saved];
  return (
    <span className={styles['saved']} role="status" data-refused={saved === 'refused' || undefined}>
      {text}
    </span>
  );
}

function SearchCommands({ small }: { readonly small: boolean }) {
  const open = (): void => void runCommand('commands');
  if (small) return <Button icon="Search" label="Search commands" onClick={open} />;
  return (
    <button type="button" className={styles['search']} onClick={open} aria-keyshortcuts="Control+K Meta+K">
      <span>Search commands</span>
      <kbd>{keyText('mod+k')}</kbd>
    </button>
  );
}

function UndoRedo() {
  const undo = useBoard(undoTitle);
  const redo = useBoard(redoTitle);
  const undoable = useBoard(canUndo);
  const redoable = useBoard(canRedo);
  return (
    <>
      <Button
        icon="Undo2"
        label="Undo"
        title={`${undo} (${keyText('mod+z')})`}
        disabled={!undoable}
        onClick={() => void runCommand('undo')}
      />
      <Button
        icon="Redo2"
        label="Redo"
        title={`${redo} (${keyText('mod+shift+z')})`}
        disabled={!redoable}
        onClick={() => void runCommand('redo')}
      />
    </>
  );
}
