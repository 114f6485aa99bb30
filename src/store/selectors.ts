import { domainOf, domainsOf, occupiedDomains } from '../model/domains.ts';
import { samePart, withHeldEverywhere, type Held, type Part } from '../model/edit/what-if.ts';
import type { Path } from '../model/issue.ts';
import type {
  ComponentReport,
  DesignReport,
  DomainPart,
  DomainReport,
  JourneyPart,
  JourneyReport,
  Report,
} from '../model/report.ts';
import type { Component, Design, Domain, Scenario } from '../model/scenario.ts';
import { binds } from '../words/parts.ts';
import { worstJourney } from '../words/situation.ts';
import { heldAtText, heldStep } from '../words/held.ts';
import { countOf } from './selection.ts';
import type { BoardState } from './state.ts';

/** What stands on the board and is edited: what is tried out, else the document. */
export const shownScenario = (state: BoardState): Scenario => state.whatIf?.scenario ?? state.scenario;

/** Whether something is shown that the document does not say. */
export const isWhatIf = ({ whatIf, held }: Pick<BoardState, 'whatIf' | 'held'>): boolean =>
  whatIf !== null || held.length > 0;

interface Overlaid {
  readonly held: readonly Held[];
  readonly designs: Scenario['designs'];
}
const overlaid = new WeakMap<Scenario['designs'], Overlaid>();

/** What the numbers are of: what stands on the board, with what is held over it. The same designs as long as both are. */
export function computedScenario(state: BoardState): Scenario {
  const scenario = shownScenario(state);
  const { held } = state;
  if (held.length === 0) return scenario;
  const known = overlaid.get(scenario.designs);
  if (known?.held === held) return { ...scenario, designs: known.designs };
  const made = withHeldEverywhere(scenario, held);
  overlaid.set(scenario.designs, { held, designs: made.designs });
  return made;
}

/** What a part is held at; undefined where it is as the document says. */
export const heldAt = ({ held }: Pick<BoardState, 'held'>, part: Part): Held | undefined =>
  held.find((each) => samePart(each, part));

/** Where the screen edits what a part is held at; it is nowhere in the document. */
export const heldPath = ({ of, id }: Part): Path => ['held', of, id];

/** "up 99 %": what stands on a part that is held at something; null where it is as the document says. */
export function heldTag(state: BoardState, part: Part): string | null {
  const held = heldAt(state, part);
  return held === undefined ? null : heldAtText(held);
}

export const shownDesign = (state: BoardState): Design | null => shownScenario(state).designs[state.design] ?? null;

export const shownComponent = (state: BoardState, id: string): Component | null => {
  const components = shownDesign(state)?.components ?? {};
  return Object.hasOwn(components, id) ? (components[id] ?? null) : null;
};

export const shownDomain = (state: BoardState, id: string): Domain | null =>
  domainOf(domainsOf(shownDesign(state)), id) ?? null;

const cachesOf = new WeakMap<Design['components'], readonly string[]>();
const NO_COMPONENTS: Design['components'] = {};

/** The caches of the design, in its order; the same list as long as its components are the same. */
export function caches(state: BoardState): readonly string[] {
  const components = shownDesign(state)?.components ?? NO_COMPONENTS;
  const known = cachesOf.get(components);
  if (known !== undefined) return known;
  const found = Object.keys(components).filter((id) => components[id]?.kind === 'cache');
  cachesOf.set(components, found);
  return found;
}

/** The report of what is shown; that of the document until the what-if's own is there. */
export const shownReport = (state: BoardState): Report | null =>
  isWhatIf(state) ? (state.whatIfReport ?? state.report) : state.report;

export const currentReport = (state: BoardState): DesignReport | null =>
  shownReport(state)?.designs[state.design] ?? null;

/** The report without the what-if, to stand beside it. */
export const reportBefore = (state: BoardState): DesignReport | null =>
  isWhatIf(state) ? (state.report?.designs[state.design] ?? null) : null;

export interface NamedJourney {
  readonly id: string;
  readonly journey: JourneyReport;
}

/** All journeys: the worst first, the others as the design has them. */
export function journeysOf(report: DesignReport): NamedJourney[] {
  const worst = worstJourney(report);
  const named = Object.entries(report.journeys).map(([id, journey]) => ({ id, journey }));
  return [...named.filter(({ id }) => id === worst), ...named.filter(({ id }) => id !== worst)];
}

const ordered = new WeakMap<DesignReport, NamedJourney[]>();

/** One shared value, so that what subscribes sees no change where there is none. */
const NO_JOURNEYS: readonly NamedJourney[] = [];

/** Worst first; the same list as long as the report is the same. */
export const currentJourneys = (state: BoardState): readonly NamedJourney[] => {
  const report = currentReport(state);
  if (report === null) return NO_JOURNEYS;
  const known = ordered.get(report) ?? journeysOf(report);
  ordered.set(report, known);
  return known;
};

/** The journey that was chosen, else the worst. */
export const currentJourney = (state: BoardState): NamedJourney | null => {
  const journeys = currentJourneys(state);
  return journeys.find(({ id }) => id === state.journey) ?? journeys[0] ?? null;
};

export const componentReport = (state: BoardState, id: string): ComponentReport | null =>
  currentReport(state)?.components[id] ?? null;

/** What the component does to the journey that is shown. */
export const partOf = (state: BoardState, id: string): JourneyPart | null =>
  currentJourney(state)?.journey.parts[id] ?? null;

export const domainReport = (state: BoardState, id: string): DomainReport | null =>
  currentReport(state)?.domains[id] ?? null;

/** What the domain does to the journey that is shown. */
export const domainPartOf = (state: BoardState, id: string): DomainPart | null =>
  currentJourney(state)?.journey.domains[id] ?? null;

/** Whether a component, or a domain, is what holds the journey back that is shown. */
export function isBinding(state: BoardState, id: string, of: 'component' | 'domain' = 'component'): boolean {
  const journey = currentJourney(state)?.journey;
  return journey !== undefined && binds(journey, { of, id });
}

export const selectedComponent = (state: BoardState): string | null => {
  const { components } = state.selection;
  return countOf(state.selection) === 1 ? (components[0] ?? null) : null;
};

export const selectedCall = (state: BoardState): string | null => {
  const { calls } = state.selection;
  return countOf(state.selection) === 1 ? (calls[0] ?? null) : null;
};

export const selectedDomain = (state: BoardState): string | null => {
  const { domains } = state.selection;
  return countOf(state.selection) === 1 ? (domains[0] ?? null) : null;
};

/**
 * Whether a component of the design, or a domain that needs a place of its own, has none on the board yet: the canvas
 * then lays out and calls `place`.
 */
export const needsLayout = (state: BoardState): boolean => {
  const { at = {} } = shownScenario(state);
  const design = shownDesign(state);
  if (design === null) return false;
  const lacks = (id: string): boolean => !Object.hasOwn(at, id);
  return (
    Object.keys(design.components).some(lacks) ||
    Object.keys(domainsOf(design)).some((id) => lacks(id) && !occupiedDomains(design).has(id))
  );
};

export const canUndo = (state: BoardState): boolean => isWhatIf(state) || state.past.length > 0;

/** What applying the what-if is called in the history. */
export const whatIfLabel = (state: BoardState): string =>
  state.whatIf?.label ?? heldStep(shownDesign(state), state.held);

/** Whether the what-if is what came last. */
export const undoDiscards = ({ whatIf, held, heldAfter, past }: BoardState): boolean =>
  whatIf !== null || (held.length > 0 && past.at(-1) === heldAfter);

export const canRedo = (state: BoardState): boolean => state.whatIf === null && state.future.length > 0;

/** "Undo move", as menus say it. */
export const undoTitle = (state: BoardState): string =>
  titled('Undo', undoDiscards(state) ? whatIfLabel(state) : state.past.at(-1)?.label);
export const redoTitle = (state: BoardState): string => titled('Redo', state.future.at(-1)?.label);

function titled(verb: string, label: string | undefined): string {
  return label === undefined ? verb : `${verb} ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}
