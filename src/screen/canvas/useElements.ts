import { useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Design, Point } from '../../model/scenario.ts';
import { useBoard } from '../../store/board.ts';
import { currentConditions } from '../../store/conditions.ts';
import { callRates } from '../../store/call-rates.ts';
import { shownDesign, shownScenario } from '../../store/selectors.ts';
import { conditionOf } from '../../words/condition.ts';
import { edgeList, type CallEdgeType } from './board-edges.ts';
import { nodeList, withMoved, type BoardNode } from './board-nodes.ts';
import { standingOf } from './node-ids.ts';
import type { Moving } from './useMoving.ts';

const EMPTY: Design = { name: '', components: {} };

/** Nodes and edges for React Flow, made from the document and, while one drags, from where things are dragged to. */
export function useElements(
  at: Readonly<Record<string, Point>>,
  moving: Moving | null,
  spliced: string | null,
): { nodes: BoardNode[]; edges: CallEdgeType[] } {
  const { scenario, design, before, selection } = useBoard(
    useShallow((state) => ({
      scenario: shownScenario(state),
      design: shownDesign(state) ?? EMPTY,
      before: state.whatIf === null ? null : (state.scenario.designs[state.design] ?? null),
      selection: state.selection,
    })),
  );
  const conditions = useBoard(useShallow((state) => currentConditions(state)));
  const rates = useBoard(callRates);
  const [makeNodes] = useState(nodeList);
  const [makeEdges] = useState(edgeList);

  const settled = useMemo(
    () => makeNodes(scenario, design, at, selection),
    [makeNodes, scenario, design, at, selection],
  );
  const nodes = useMemo(
    () => (moving === null || moving.places.size === 0 ? settled : withMoved(settled, moving.places, moving.copying)),
    [settled, moving],
  );

  // Calls know nothing of where a drag is, only that it leaves copies behind.
  const copied =
    moving?.copying === true
      ? [...moving.places.keys()]
          .map(standingOf)
          .flatMap(({ sort, id }) => (sort === 'component' ? [id] : []))
          .join('\n')
      : '';
  const edges = useMemo(
    () =>
      makeEdges(design, {
        selected: new Set(selection.calls),
        before,
        spliced,
        rateOf: (id) => rates[id] ?? null,
        conditionOf: (id) => conditionOf(conditions, { of: 'component', id }),
        ghosts: new Set(copied === '' ? [] : copied.split('\n')),
      }),
    [makeEdges, design, selection.calls, before, spliced, copied, conditions, rates],
  );
  return { nodes, edges };
}
