import '@xyflow/react/dist/base.css';
import { ReactFlowProvider } from '@xyflow/react';
import { useCallback, useState } from 'react';
import { Board } from './Board.tsx';
import { BoardMenu, type OpenMenu } from './BoardMenu.tsx';
import styles from './canvas.module.css';
import { ConnectHint } from './ConnectHint.tsx';
import { DomainHint } from './DomainHint.tsx';
import { DropHint } from './DropHint.tsx';
import { EmptyBoard } from './EmptyBoard.tsx';
import { LensNote } from './LensNote.tsx';
import { QuickText } from './QuickText.tsx';
import type { Spot } from './usePointer.ts';
import { ZoomControls } from './ZoomControls.tsx';

/** The board with everything that floats over it. */
export function Canvas() {
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const [writing, setWriting] = useState<Spot | null>(null);
  // The press that opens a menu must be over, with its click: it would count as one beside the menu and close it.
  const openMenu = useCallback((open: OpenMenu) => void setTimeout(() => setMenu(open)), []);
  const closeText = useCallback(() => setWriting(null), []);
  return (
    <ReactFlowProvider>
      <div className={styles['canvas']}>
        <Board openMenu={openMenu} write={setWriting} />
        <EmptyBoard write={setWriting} />
        <LensNote />
        <ZoomControls />
        <ConnectHint />
        <DomainHint />
        <DropHint />
        {writing !== null && <QuickText key={`${writing.x} ${writing.y}`} spot={writing} onClose={closeText} />}
        {menu !== null && <BoardMenu open={menu} show={setMenu} />}
      </div>
    </ReactFlowProvider>
  );
}
