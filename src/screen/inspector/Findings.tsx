import { useShallow } from 'zustand/react/shallow';
import { pathText, type Finding, type Issue } from '../../model/issue.ts';
import { board } from '../../store/board.ts';
import { useCalm } from '../../store/calm.ts';
import { currentReport } from '../../store/selectors.ts';
import { Icon } from '../ui/Icon.tsx';
import { findingPath } from './finding-path.ts';
import styles from './inspector.module.css';
import { Folded, Part } from './Part.tsx';

const NONE: readonly Finding[] = [];
const UNUSED = /not-computed-yet$/;

/** Fields of the document that are wrong. Each leads to where it is. */
export function Problems() {
  const design = useCalm((state) => state.design);
  const issues = useCalm(
    useShallow((state) => state.issues.filter(({ path }) => path[0] !== 'designs' || path[1] === design)),
  );
  if (issues.length === 0) return null;
  return (
    <Part title={issues.length === 1 ? 'One thing is wrong' : `${issues.length} things are wrong`}>
      <List items={issues} wrong />
    </Part>
  );
}

interface FindingsProps {
  /** Of one component or domain; null for all. */
  readonly of: { readonly part: 'components' | 'domains'; readonly id: string } | null;
}

/** What is worth knowing. */
export function Findings({ of }: FindingsProps) {
  const findings = useCalm((state) => currentReport(state)?.findings ?? NONE)
    .map(({ code, message, at }) => ({ code, message, path: findingPath(at) }))
    .filter(({ path }) => of === null || (path[2] === of.part && path[3] === of.id));
  const unused = findings.filter(({ code }) => UNUSED.test(code));
  const rest = findings.filter(({ code }) => !UNUSED.test(code));
  return (
    <>
      {rest.length > 0 && (
        <Part title="Worth knowing">
          <List items={rest} />
        </Part>
      )}
      {unused.length > 0 && (
        <Folded title={`Kept, but not in any number yet: ${unused.length}`}>
          <List items={unused} />
        </Folded>
      )}
    </>
  );
}

interface ListProps {
  readonly items: readonly Pick<Issue, 'code' | 'path' | 'message'>[];
  readonly wrong?: boolean;
}

function List({ items, wrong = false }: ListProps) {
  return (
    <ul className={styles['list']}>
      {items.map(({ code, path, message }) => (
        <li key={`${code} ${pathText(path)} ${message}`}>
          <button
            type="button"
            className={styles['row']}
            data-wrong={wrong || undefined}
            onClick={() => board.getState().leadTo(path)}
          >
            <span className={styles['message']}>
              {wrong && <Icon name="TriangleAlert" size="1rem" />}
              <span>{message}</span>
              <span className={styles['goto']}>
                <Icon name="ArrowRight" size="0.875rem" />
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
