import { putInDomain } from '../../model/edit/placement.ts';
import type { Point, Scenario } from '../../model/scenario.ts';
import { board } from '../../store/board.ts';

/** The scenario with a component standing in the domains that are drawn at a point, or where its corner is. */
export const standingAt = (
  scenario: Scenario,
  design: number,
  id: string,
  at: Point,
  of: 'component' | 'point' = 'component',
): Scenario =>
  (board.getState().viewport?.domainsAt(at, of) ?? []).reduce(
    (all, domain) => putInDomain(all, design, [id], domain),
    scenario,
  );
