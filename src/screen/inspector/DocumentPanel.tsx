import { setDesignNotes, renameDesign } from '../../model/edit/designs.ts';
import { setNotes, setTitle } from '../../model/edit/document.ts';
import { useBoard } from '../../store/board.ts';
import { liveText } from '../../store/live-text.ts';
import { shownDesign, shownScenario } from '../../store/selectors.ts';
import { TextInput } from '../ui/QuantityInput.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { DomainList } from './DomainList.tsx';
import { Findings, Problems } from './Findings.tsx';
import { Journeys } from './Journeys.tsx';
import { Part } from './Part.tsx';
import styles from './inspector.module.css';
import { Variables } from './Variables.tsx';

/** With nothing selected: the document itself. */
export function DocumentPanel() {
  const title = useBoard((state) => shownScenario(state).title ?? '');
  const notes = useBoard((state) => shownScenario(state).notes ?? '');
  return (
    <>
      <header className={styles['head']}>
        <h2 className="visually-hidden">{title === '' ? 'Untitled' : title}</h2>
        <TextInput
          className={styles['name']}
          aria-label="Title"
          value={title}
          absent="Untitled"
          {...liveText('Change title', (text) => (scenario) => setTitle(scenario, text))}
        />
      </header>
      <TextArea
        aria-label="Notes"
        placeholder="Notes: what this is about, and what it rests on"
        value={notes}
        {...liveText('Change notes', (text) => (scenario) => setNotes(scenario, text))}
      />
      <Problems />
      <Journeys />
      <DomainList />
      <Variables />
      <DesignPart />
      <Findings of={null} />
    </>
  );
}

function DesignPart() {
  const index = useBoard((state) => state.design);
  const name = useBoard((state) => shownDesign(state)?.name ?? '');
  const notes = useBoard((state) => shownDesign(state)?.notes ?? '');
  return (
    <Part title="This design">
      <TextInput
        key={`name ${index}`}
        aria-label="Name of the design"
        value={name}
        {...liveText('Rename design', (text) => (scenario, design) => renameDesign(scenario, design, text))}
      />
      <TextArea
        key={`notes ${index}`}
        className={styles['below']}
        aria-label="Notes on the design"
        placeholder="Notes on this design"
        value={notes}
        {...liveText('Change design notes', (text) => (scenario, design) => setDesignNotes(scenario, design, text))}
      />
    </Part>
  );
}
