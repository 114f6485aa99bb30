import type { StateCreator } from 'zustand';
import type { Selection } from '../model/edit/selection.ts';
import type { Held, Part } from '../model/edit/what-if.ts';
import type { Issue, Path } from '../model/issue.ts';
import type { Curve, Explanation, Report } from '../model/report.ts';
import type { Kind, Point, Scenario, Value } from '../model/scenario.ts';
import type { AVAILABILITY_VIEWS, LATENCY_VIEWS, LOAD_VIEWS } from '../words/views.ts';
import type { Lens } from '../words/labels.ts';
import type { Named } from '../words/names.ts';

export type { Lens };

/** All that the screen draws from: five slices, each with the actions that change it. */
export type BoardState = ScenarioSlice & WhatIfSlice & ViewSlice & ReportSlice & LibrarySlice;
export type Slice<T> = StateCreator<BoardState, [], [], T>;

// ---------------------------------------------------------------- the document and its history

/** A change of the document. Returns the same reference when there is nothing to change. */
export type Change = (scenario: Scenario, design: number) => Scenario;

/** What undo goes back to. The scenario is the reference that was, so undoing gives the very same document. */
export interface Step {
  readonly label: string;
  readonly scenario: Scenario;
  readonly design: number;
  readonly selection: Selection;
}

/** own: kept in this browser. link, example: becomes an own document with the first edit, or when kept. */
export type Origin = 'own' | 'link' | 'example';

/** Where to stand after an edit, when it is not where one stood before. */
export interface After {
  readonly design?: number;
  readonly selection?: Selection;
}

export interface ScenarioSlice {
  /** Whether anything has been put on the board yet: until then `scenario` only stands in. */
  readonly opened: boolean;
  readonly scenario: Scenario;
  /** Index of the design on the board. */
  readonly design: number;
  readonly documentId: string;
  readonly origin: Origin;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
  /** A drag under way: `base` is what it started from, and what Escape goes back to. */
  readonly gesture: { readonly label: string; readonly base: Step; readonly previousEdit: number } | null;
  /** Counts edits; a drag is one. Tells an answer to this edit from one to an older edit. */
  readonly edits: number;
  /** Makes one undo step. Returns whether anything changed. */
  readonly edit: (label: string, change: Change, after?: After) => boolean;
  /** Shows a drag's state of the moment; `change` always starts from the drag's base. */
  readonly preview: (label: string, change: Change) => void;
  /** Ends the drag as one undo step. */
  readonly settle: () => void;
  /** Ends the drag and puts everything back. */
  readonly abandon: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly switchDesign: (design: number) => void;
  /** Replaces everything: another document is on the board. */
  readonly load: (scenario: Scenario, from: { documentId: string; origin: Origin; design?: number }) => void;
  /** Writes positions that layout found for what had none: no edit, no undo step. */
  readonly place: (positions: Readonly<Record<string, Point>>) => void;
  /** Makes a document from a link or an example one's own. */
  readonly keep: () => void;
}

// ---------------------------------------------------------------- what if

/**
 * What is only shown and never saved, in two layers that may lie over each other.
 *
 * A change that is tried out: an edit is an edit of what is seen, so it applies the change first (an undo step of its own)
 * and then itself.
 *
 * What is held at an availability, mostly 0 %: nothing of it is in the document, so an edit is one of the document and
 * what is held stays over it. It is known by id, in whichever design is shown; applied, it is written into that one.
 *
 * Escape discards both. So does undo, which takes back what came last: an edit made since something was held goes first.
 */
export interface WhatIfSlice {
  readonly whatIf: { readonly label: string; readonly scenario: Scenario } | null;
  readonly held: readonly Held[];
  /** The last undo step there was when something was held. */
  readonly heldAfter: Step | undefined;
  readonly tryOut: (label: string, change: Change) => void;
  /** Applies what is tried out, as a step of its own; what is held stays. */
  readonly keepTried: () => void;
  readonly hold: (parts: readonly Part[], up: Value) => void;
  /** Lets them be as the document says. */
  readonly release: (parts: readonly Part[]) => void;
  readonly applyWhatIf: () => void;
  readonly discardWhatIf: () => void;
}

// ---------------------------------------------------------------- the view

export type Theme = 'system' | 'light' | 'dark';
export type TextSize = 100 | 125 | 150;
export type AvailabilityView = (typeof AVAILABILITY_VIEWS)[number]['id'];
export type LatencyView = (typeof LATENCY_VIEWS)[number]['id'];
export type LoadView = (typeof LOAD_VIEWS)[number]['id'];
export type PhoneTab = 'board' | 'outline' | 'numbers';
/** down: a click takes down what it hits, as a what-if. */
export type Tool = 'select' | Kind | 'domain' | 'text' | 'down';
export type Dialog =
  | 'share'
  | 'commands'
  | 'find'
  | 'keys'
  | 'open'
  | 'examples'
  | 'history'
  | 'help'
  | 'rename-design'
  | 'rename-document'
  | 'conflict'
  | 'load-test';

export interface NoticeAction {
  readonly label: string;
  readonly run: () => void | Promise<void>;
}

export interface Notice {
  readonly id: number;
  readonly level: 'info' | 'warning' | 'error';
  readonly text: string;
  /** One line each: which fields of a refused file are wrong. */
  readonly details?: readonly string[];
  readonly action?: NoticeAction;
}

/** What the canvas alone can do; it registers this when it is on the screen. */
export interface CanvasHandlers {
  readonly fit: () => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  /** 1 is 100 %. */
  readonly zoomTo: (zoom: number) => void;
  /** Brings a component, domain or text into the middle of the view. */
  readonly centreOf: (id: string) => void;
  /** The board point in the middle of the view. */
  readonly screenCentre: () => Point;
  /**
   * The domains in whose containers a point lies, or would stand what has its upper left corner there; outermost first.
   */
  readonly domainsAt: (at: Point, of: 'point' | 'component' | 'domain') => readonly string[];
  /** The scenario with a component, just made with its upper left corner there, standing in the domains that are drawn there. */
  readonly putWhereDrawn: (scenario: Scenario, design: number, id: string, at: Point) => Scenario;
  /** New positions for all components, and for all domains that have one, of the design on the board. */
  readonly tidy: () => Promise<Readonly<Record<string, Point>>>;
}

/** A link that was just made, for the share dialog; `url` is null while it is being made. */
export interface SharedLink {
  readonly url: string | null;
  readonly verdict: 'good' | 'works' | 'file' | null;
  /** false where the page may not write to the clipboard: the dialog then shows the link selected. */
  readonly copied: boolean;
}

export interface ViewSlice {
  readonly selection: Selection;
  /** Component, domain or call id under the pointer, in any room. */
  readonly hovered: string | null;
  /** Ids of components and domains lit up by a chart or a sentence. */
  readonly highlight: readonly string[];
  /** Client id; null is the journey that is worst. */
  readonly journey: string | null;
  readonly lens: Lens;
  /** What the tabs about availability, latency and load show. */
  readonly availabilityView: AvailabilityView;
  readonly latencyView: LatencyView;
  readonly loadView: LoadView;
  /** The design whose times stand beside those of the one on the board: the first other one until one is chosen; null for none. */
  readonly beside: number | 'first' | null;
  /** The limit in seconds that good answers are counted within; null is the one that was promised. */
  readonly limit: number | null;
  readonly dockOpen: boolean;
  readonly inspectorOpen: boolean;
  readonly outlineOpen: boolean;
  readonly phoneTab: PhoneTab;
  readonly tool: Tool;
  readonly theme: Theme;
  readonly textSize: TextSize;
  readonly dialog: Dialog | null;
  /** Id of the component, domain or text whose name is edited in place. */
  readonly renaming: string | null;
  /** What is being named was made without a word about its kind: the name tells it. */
  readonly kindOpen: boolean;
  /** Keyboard connecting: the next component chosen is called by this one. */
  readonly connecting: { readonly from: string } | null;
  /** The field that a number of a working leads to; the inspector focuses it and calls `fieldFocused`. */
  readonly focusField: { readonly path: Path } | null;
  /** The charts have been asked for by keyboard, which goes on there. */
  readonly focusNumbers: boolean;
  readonly fanOut: { readonly slowProbability: number };
  readonly shared: SharedLink | null;
  readonly notices: readonly Notice[];
  readonly viewport: CanvasHandlers | null;
  readonly select: (selection: Partial<Selection>) => void;
  /** Selects a component or domain and brings it into view. */
  readonly showPart: (part: Named) => void;
  readonly selectParts: (parts: readonly Named[]) => void;
  readonly hover: (id: string | null) => void;
  readonly light: (ids: readonly string[]) => void;
  readonly chooseJourney: (id: string | null) => void;
  readonly chooseTool: (tool: Tool) => void;
  readonly setLens: (lens: Lens) => void;
  /** Opens the charts at a tab and a view of it, wherever they are. */
  readonly showNumbers: (
    at: Partial<Pick<ViewSlice, 'lens' | 'availabilityView' | 'latencyView' | 'loadView' | 'focusNumbers'>>,
  ) => void;
  readonly setView: (
    view: Partial<
      Pick<
        ViewSlice,
        | 'availabilityView'
        | 'latencyView'
        | 'loadView'
        | 'beside'
        | 'limit'
        | 'dockOpen'
        | 'inspectorOpen'
        | 'outlineOpen'
        | 'phoneTab'
        | 'focusNumbers'
      >
    >,
  ) => void;
  readonly setTheme: (theme: Theme) => void;
  readonly setTextSize: (size: TextSize) => void;
  readonly openDialog: (dialog: Dialog) => void;
  readonly closeDialog: () => void;
  readonly startRenaming: (id: string, kindOpen?: boolean) => void;
  readonly stopRenaming: () => void;
  readonly startConnecting: (from: string) => void;
  readonly stopConnecting: () => void;
  readonly setSlowProbability: (probability: number) => void;
  readonly setShared: (shared: SharedLink | null) => void;
  /** Leads to a field: its design, its component, the inspector, the field. */
  readonly leadTo: (path: Path) => void;
  /** Leads to what a part is held at. */
  readonly leadToHeld: (part: Part) => void;
  /** Leads to the first field of what is selected. */
  readonly leadToFields: () => void;
  readonly fieldFocused: () => void;
  readonly notify: (notice: Omit<Notice, 'id'>) => number;
  readonly dismiss: (id: number) => void;
  /** Returns the way to take it back. */
  readonly registerCanvas: (handlers: CanvasHandlers) => () => void;
}

// ---------------------------------------------------------------- numbers

/** An answer and the report it belongs to; kept until the answer to the next report is there. */
export interface Kept<T> {
  readonly of: Report;
  readonly value: T;
}

export interface ReportSlice {
  /** Of the document. All its designs, in their order. */
  readonly report: Report | null;
  /** Fields that are wrong, of what is shown. */
  readonly issues: readonly Issue[];
  /** Of the what-if, while one is shown. */
  readonly whatIfReport: Report | null;
  /** Set while an answer is waited for; `progress` in [0, 1] where the engine can tell. */
  readonly computing: { readonly sinceMilliseconds: number; readonly progress: number | null } | null;
  /** The engine failed on what is shown: the report is the last good one. */
  readonly stale: boolean;
  readonly engineMilliseconds: number | null;
  readonly curves: Readonly<Record<string, Kept<Curve>>>;
  readonly explanations: Readonly<Record<string, Kept<Explanation>>>;
}

// ---------------------------------------------------------------- the library

export interface DocumentEntry {
  readonly id: string;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
}

export interface Version {
  readonly at: number;
  readonly scenario: Scenario;
}

/** Somebody else (another tab) changed this document since it was read here. Both texts exist until one is chosen. */
export interface Conflict {
  readonly theirs: Scenario;
  readonly theirRevision: number;
  readonly theirId: string;
}

export interface LibrarySlice {
  /** refused: storage is full or forbidden; work goes on without it. */
  readonly saved: 'saved' | 'saving' | 'refused';
  /** Most recent first. */
  readonly documents: readonly DocumentEntry[];
  readonly deleted: readonly DocumentEntry[];
  /** Of the document on the board, latest first. */
  readonly versions: readonly Version[];
  readonly conflict: Conflict | null;
}
