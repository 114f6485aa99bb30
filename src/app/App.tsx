import { Suspense } from 'react';
import { Dock } from '../screen/dock/Dock.tsx';
import { Headline } from '../screen/headline/Headline.tsx';
import { Button } from '../screen/ui/Button.tsx';
import { board, useBoard } from '../store/board.ts';
import styles from './app.module.css';
import { Bars } from './Bars.tsx';
import { CHARTS, shown } from './charts.tsx';
import { Header } from './header/Header.tsx';
import { Canvas, Dialogs, Inspector, MoreTiles, Outline, Palette } from './lazy-parts.tsx';
import { Notices } from './Notices.tsx';
import { usePageLayout } from './page-layout.ts';
import { PhoneSheet } from './PhoneSheet.tsx';
import { useReady } from './warm-up.ts';

/** Puts the rooms together: beside each other where there is space, over each other or in a sheet where there is not. */
export function App() {
  const layout = usePageLayout();
  const phone = layout === 'phone';
  const ready = useReady();
  return (
    <div className={styles['app']} data-layout={layout}>
      <Header layout={layout} />
      <div className={styles['strip']}>
        <Headline more={shown(<MoreTiles phone={phone} />)} />
      </div>
      {!phone && (
        <div className={styles['palette']}>
          {ready && (
            <Suspense fallback={null}>
              <Palette />
            </Suspense>
          )}
        </div>
      )}
      <main className={styles['board']} aria-label="Board">
        <CanvasPane />
        <Bars layout={layout} />
        {!phone && <OutlineOver />}
      </main>
      {phone ? <PhoneSheet /> : <InspectorPane over={layout === 'compact'} />}
      {!phone && (
        <section className={styles['dock']} aria-label="Numbers">
          <Dock charts={CHARTS} folding />
        </section>
      )}
      <DialogSlot />
      <Notices />
    </div>
  );
}

/** The board comes right behind the first number: React Flow is nearly half of all code, and the number needs none of it. */
function CanvasPane() {
  return useReady() ? (
    <Suspense fallback={null}>
      <Canvas />
    </Suspense>
  ) : null;
}

function InspectorPane({ over }: { readonly over: boolean }) {
  const open = useBoard((state) => state.inspectorOpen);
  const ready = useReady();
  if (!open) return null;
  return (
    <aside className={styles['inspector']} data-over={over || undefined} aria-label="Inspector">
      {over && (
        <Button
          className={styles['close']}
          variant="quiet"
          icon="X"
          label="Close the inspector"
          onClick={() => board.getState().setView({ inspectorOpen: false })}
        />
      )}
      {ready && (
        <Suspense fallback={null}>
          <Inspector />
        </Suspense>
      )}
    </aside>
  );
}

function OutlineOver() {
  const open = useBoard((state) => state.outlineOpen);
  if (!open) return null;
  return (
    <section className={styles['outline']} aria-label="Outline">
      <Button
        className={styles['close']}
        variant="quiet"
        icon="X"
        label="Close the outline"
        onClick={() => board.getState().setView({ outlineOpen: false })}
      />
      <Suspense fallback={null}>
        <Outline />
      </Suspense>
    </section>
  );
}

function DialogSlot() {
  const open = useBoard((state) => state.dialog !== null);
  return open ? (
    <Suspense fallback={null}>
      <Dialogs />
    </Suspense>
  ) : null;
}
