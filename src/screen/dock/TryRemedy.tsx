import { tryRemedy } from '../../commands/what-if.ts';
import { board } from '../../store/board.ts';
import { useCalm } from '../../store/calm.ts';
import { isWhatIf } from '../../store/selectors.ts';
import type { Remedy } from '../../model/report.ts';
import type { Summary } from '../../words/summary.ts';
import { Button } from '../ui/Button.tsx';

/** What is tried out adds to the board, perhaps out of sight: everything is shown once it is drawn. */
function tryOut(remedy: Remedy): void {
  tryRemedy(remedy);
  requestAnimationFrame(() => requestAnimationFrame(() => board.getState().viewport?.fit()));
}

/** Shows as a what-if what would help most; gone while one is shown. */
export function TryRemedy({ summary }: { readonly summary: Summary | null }) {
  const trying = useCalm(isWhatIf);
  const remedy = summary?.remedy ?? null;
  if (remedy === null || trying) return null;
  return (
    <Button variant="accent" onClick={() => tryOut(remedy.remedy)}>
      {remedy.label}
    </Button>
  );
}
