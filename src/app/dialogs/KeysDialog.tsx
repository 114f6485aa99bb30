import type { Command, Group } from '../../commands/command.ts';
import { keyText } from '../../commands/keys.ts';
import { COMMANDS } from '../../commands/registry.ts';
import { Dialog } from '../../screen/ui/Dialog.tsx';
import styles from './dialogs.module.css';

const GROUPS: readonly Group[] = ['Add', 'Edit', 'View', 'What if', 'Design', 'File', 'Share', 'Help'];

const withKeys = (group: Group): Command[] =>
  COMMANDS.filter((command) => command.group === group && (command.keys?.length ?? 0) > 0);

/** All keys, by what they are for. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose} wide>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard */}
      <div className={styles['groups']} role="region" aria-label="Keys" tabIndex={0}>
        {GROUPS.filter((group) => withKeys(group).length > 0).map((group) => (
          <section key={group} className={styles['group']}>
            <h3>{group}</h3>
            <dl>
              {withKeys(group).map((command) => (
                <div key={command.id} className={styles['keyRow']}>
                  <dt>{command.title}</dt>
                  <dd>
                    {command.keys?.map((chord) => (
                      <kbd key={chord}>{keyText(chord)}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
