import { useEffect, useRef } from 'react';
import { runCommand } from '../../commands/registry.ts';
import { TRYING } from '../../words/views.ts';
import { Button } from '../ui/Button.tsx';
import { useFocusHandedOn } from '../ui/useFocusHandedOn.ts';

interface TryingProps {
  /** Whether it was begun here: the focus goes on here then, where the button that began it was. */
  readonly began: boolean;
}

/** While something is tried. */
export function Trying({ began }: TryingProps) {
  const apply = useRef<HTMLButtonElement>(null);
  const whole = useFocusHandedOn<HTMLDivElement>();
  useEffect(() => {
    if (began) apply.current?.focus();
  }, [began]);
  return (
    <div ref={whole}>
      <p>{TRYING}</p>
      <Button ref={apply} onClick={() => void runCommand('apply-what-if')}>
        Apply
      </Button>{' '}
      <Button onClick={() => void runCommand('discard-what-if')}>Discard</Button>
    </div>
  );
}
