import { useEffect, useRef } from 'react';
import { keyText } from '../../commands/keys.ts';
import { runCommand } from '../../commands/registry.ts';
import { Button } from '../../screen/ui/Button.tsx';
import { Dialog } from '../../screen/ui/Dialog.tsx';
import { board, useBoard } from '../../store/board.ts';
import type { SharedLink } from '../../store/state.ts';
import { countText } from '../../words/numbers.ts';
import styles from './dialogs.module.css';

const VERDICTS = {
  good: 'Short enough for any chat or mail.',
  works: 'Works in most chats; some cut links of this length.',
  file: 'Too long for many chats: send the file instead.',
} as const;

async function copyAgain(url: string): Promise<void> {
  const { copyText } = await import('../../share/browser/clipboard.ts');
  const copied = await copyText(url);
  const state = board.getState();
  if (state.shared !== null) state.setShared({ ...state.shared, copied });
}

/** The link that holds the whole board, how long it is, and the other ways to pass the board on. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const shared = useBoard((state) => state.shared);
  return (
    <Dialog title="Share this board" onClose={onClose}>
      <p className={styles['intro']}>
        The link holds the whole board, and no server is involved. Whoever opens it has a copy with the same numbers.
      </p>
      <LinkRow shared={shared} />
      <Length shared={shared} />
      <h3 className={styles['heading']}>Or as something else</h3>
      <div className={styles['ways']}>
        {[
          ['save-file', 'Save file'],
          ['copy-png', 'Copy picture'],
          ['copy-svg', 'Copy SVG'],
          ['copy-markdown', 'Copy Markdown'],
          ['save-png', 'Save PNG'],
          ['save-svg', 'Save SVG'],
        ].map(([id = '', label]) => (
          <Button key={id} onClick={() => void runCommand(id)}>
            {label}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}

function LinkRow({ shared }: { readonly shared: SharedLink | null }) {
  const input = useRef<HTMLInputElement>(null);
  const url = shared?.url ?? null;
  useEffect(() => {
    if (url === null) return;
    input.current?.focus();
    input.current?.select();
  }, [url]);
  const said =
    url === null
      ? shared?.verdict === 'file'
        ? 'This board is too large for a link.'
        : 'Making the link …'
      : shared?.copied === true
        ? 'The link is on the clipboard.'
        : `The link is selected: copy it with ${keyText('mod+c')}.`;
  return (
    <>
      <div className={styles['link']}>
        <input
          ref={input}
          type="text"
          readOnly
          aria-label="Link"
          value={url ?? ''}
          onFocus={(event) => event.target.select()}
        />
        <Button variant="accent" disabled={url === null} onClick={() => url !== null && void copyAgain(url)}>
          Copy link
        </Button>
      </div>
      <p role="status" className={styles['said']}>
        {said}
      </p>
    </>
  );
}

function Length({ shared }: { readonly shared: SharedLink | null }) {
  const verdict = shared?.verdict ?? null;
  const length = shared?.url?.length ?? 0;
  return (
    <div className={styles['length']} data-verdict={verdict ?? undefined}>
      <span className={styles['lengthBars']} aria-hidden>
        <i />
        <i />
        <i />
      </span>
      <span>
        {verdict === null ? ' ' : `${length === 0 ? '' : `${countText(length)} characters. `}${VERDICTS[verdict]}`}
      </span>
    </div>
  );
}
