import { useEffect, useRef, type KeyboardEvent } from 'react';
import { board, useBoard } from '../../store/board.ts';
import { countOf } from '../../store/selection.ts';
import { CallPanel } from './CallPanel.tsx';
import { ComponentPanel } from './ComponentPanel.tsx';
import { DocumentPanel } from './DocumentPanel.tsx';
import { DomainPanel } from './DomainPanel.tsx';
import { focusField } from './focus-field.ts';
import styles from './inspector.module.css';
import { ManyPanel } from './ManyPanel.tsx';
import { TextPanel } from './TextPanel.tsx';
import { WhatIf } from './WhatIf.tsx';

/** Escape goes from a field back to the board, where keys are commands again. */
function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Escape' || event.defaultPrevented || !(event.target instanceof HTMLElement)) return;
  event.target.blur();
}

/** Everything about what is selected; the document itself where nothing is. */
export function Inspector() {
  const element = useRef<HTMLDivElement>(null);
  const wanted = useBoard((state) => state.focusField);
  useEffect(() => {
    if (wanted === null || element.current === null) return;
    focusField(element.current, wanted.path);
    board.getState().fieldFocused();
  }, [wanted]);
  return (
    // It is no control: it hears keys on their way up from its fields.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={element} className={styles['inspector']} data-inspector onKeyDown={onKeyDown}>
      <WhatIf />
      <Selected />
    </div>
  );
}

function Selected() {
  const selection = useBoard((state) => state.selection);
  const [component] = selection.components;
  const [domain] = selection.domains;
  const [call] = selection.calls;
  const [text] = selection.texts;
  if (countOf(selection) > 1) return <ManyPanel key={keyOf(selection)} selection={selection} />;
  if (component !== undefined) return <ComponentPanel key={component} id={component} />;
  if (domain !== undefined) return <DomainPanel key={domain} id={domain} />;
  if (call !== undefined) return <CallPanel key={call} id={call} />;
  return text === undefined ? <DocumentPanel /> : <TextPanel key={text} id={text} />;
}

const keyOf = (selection: object): string => JSON.stringify(selection);
