import type { Scenario } from '../model/scenario.ts';
import type { Cabinet, Values } from './cabinet.ts';
import type { DocumentEntry, Version } from './state.ts';

/** A document as it lies in the cabinet. */
export interface Stored {
  readonly id: string;
  /** One more with every write, whichever tab writes. */
  readonly revision: number;
  readonly changedAt: number;
  readonly scenario: Scenario;
  /** Set on a text that lost a race between two tabs, until the person has chosen: the document that it was meant for. */
  readonly conflictWith?: string;
}

interface Entry extends DocumentEntry {
  readonly conflictWith?: string;
}

const KEPT_VERSIONS = 50;
const KEPT_DELETED = 20;
const ENTRIES = 'entries';
const DELETED = 'deleted';
const documentKey = (id: string): string => `document/${id}`;
const versionsKey = (id: string): string => `versions/${id}`;
const deletedKey = (id: string): string => `deleted/${id}`;

export const titleOf = (scenario: Scenario): string => scenario.title?.trim() || 'Untitled';

// What lies in the cabinet was put there by this file.
const entriesAt = (values: Values, key: string): readonly Entry[] =>
  (values[key] as readonly Entry[] | undefined) ?? [];
const versionsAt = (values: Values, key: string): readonly Version[] =>
  (values[key] as readonly Version[] | undefined) ?? [];
const storedAt = (values: Values, key: string): Stored | null => (values[key] as Stored | undefined) ?? null;

const entryOf = ({ id, changedAt, scenario, conflictWith }: Stored): Entry => ({
  id,
  title: titleOf(scenario),
  changedAt,
  ...(conflictWith === undefined ? {} : { conflictWith }),
});

const withEntry = (entries: readonly Entry[], entry: Entry): Entry[] => [
  entry,
  ...entries.filter(({ id }) => id !== entry.id),
];
const without = (entries: readonly Entry[], id: string): Entry[] => entries.filter((entry) => entry.id !== id);

/** Reads a document and, where another tab's text for it waits for a choice, that one's id. */
export function readDocument(
  cabinet: Cabinet,
  id: string,
): Promise<{ document: Stored | null; contested: string | null }> {
  return cabinet.change([documentKey(id), ENTRIES], (values) => ({
    result: {
      document: storedAt(values, documentKey(id)),
      contested: entriesAt(values, ENTRIES).find((entry) => entry.conflictWith === id)?.id ?? null,
    },
  }));
}

export type Written =
  { readonly document: Stored; readonly theirs: null } | { readonly document: Stored; readonly theirs: Stored };

/**
 * Writes a document if nobody else has since `revision`; else writes it beside theirs, as a document of its own that
 * awaits a choice. Either way the text is kept when this returns, and nothing was overwritten that was not known here.
 */
export function writeDocument(
  cabinet: Cabinet,
  mine: {
    id: string;
    scenario: Scenario;
    revision: number;
    changedAt: number;
    idOfCopy: string;
    conflictWith?: string;
  },
): Promise<Written> {
  const { id, scenario, revision, changedAt, idOfCopy, conflictWith } = mine;
  return cabinet.change<Written>([documentKey(id), ENTRIES], (values) => {
    const theirs = storedAt(values, documentKey(id));
    const raced = theirs !== null && theirs.revision !== revision;
    const still = conflictWith === undefined ? {} : { conflictWith };
    const document: Stored = raced
      ? { id: idOfCopy, revision: 1, changedAt, scenario, conflictWith: id }
      : { id, revision: revision + 1, changedAt, scenario, ...still };
    return {
      result: { document, theirs: raced ? theirs : null },
      put: {
        [documentKey(document.id)]: document,
        [ENTRIES]: withEntry(entriesAt(values, ENTRIES), entryOf(document)),
      },
    };
  });
}

export interface Shelves {
  readonly documents: readonly DocumentEntry[];
  readonly deleted: readonly DocumentEntry[];
}

export function listDocuments(cabinet: Cabinet): Promise<Shelves> {
  return cabinet.change([ENTRIES, DELETED], (values) => ({
    result: { documents: entriesAt(values, ENTRIES), deleted: entriesAt(values, DELETED) },
  }));
}

/** Puts a document where it can be taken back from; the oldest there give way. */
export function deleteDocument(cabinet: Cabinet, id: string): Promise<void> {
  return cabinet.change([documentKey(id), ENTRIES, DELETED], (values) => {
    const document = storedAt(values, documentKey(id));
    const deleted =
      document === null ? entriesAt(values, DELETED) : withEntry(entriesAt(values, DELETED), entryOf(document));
    const gone = deleted.slice(KEPT_DELETED).flatMap((entry) => [deletedKey(entry.id), versionsKey(entry.id)]);
    return {
      result: undefined,
      put: {
        ...Object.fromEntries(gone.map((key) => [key, undefined])),
        [documentKey(id)]: undefined,
        ...(document === null ? {} : { [deletedKey(id)]: document }),
        [ENTRIES]: without(entriesAt(values, ENTRIES), id),
        [DELETED]: deleted.slice(0, KEPT_DELETED),
      },
    };
  });
}

/** Takes a deleted document back. Returns its id, another one where its own has been used again; null when it is gone. */
export function restoreDocument(cabinet: Cabinet, id: string, freshId: string): Promise<string | null> {
  return cabinet.change<string | null>([deletedKey(id), documentKey(id), ENTRIES, DELETED], (values) => {
    const deleted = storedAt(values, deletedKey(id));
    if (deleted === null) return { result: null };
    const { conflictWith: _, ...rest } = deleted;
    const document: Stored = { ...rest, id: storedAt(values, documentKey(id)) === null ? id : freshId };
    return {
      result: document.id,
      put: {
        [deletedKey(id)]: undefined,
        [documentKey(document.id)]: document,
        [ENTRIES]: withEntry(entriesAt(values, ENTRIES), entryOf(document)),
        [DELETED]: without(entriesAt(values, DELETED), id),
      },
    };
  });
}

/** Ends a race as "keep mine": the copy takes the document's place, and their text becomes a version of it. */
export function replaceWithCopy(cabinet: Cabinet, id: string, copy: Stored): Promise<Stored> {
  return cabinet.change([documentKey(id), versionsKey(id), ENTRIES], (values) => {
    const theirs = storedAt(values, documentKey(id));
    const document: Stored = {
      id,
      revision: (theirs?.revision ?? 0) + 1,
      changedAt: copy.changedAt,
      scenario: copy.scenario,
    };
    const versions = versionsAt(values, versionsKey(id));
    const lost = theirs === null ? [] : [{ at: theirs.changedAt, scenario: theirs.scenario }];
    return {
      result: document,
      put: {
        [documentKey(id)]: document,
        [documentKey(copy.id)]: undefined,
        [versionsKey(id)]: [...lost, ...versions].slice(0, KEPT_VERSIONS),
        [ENTRIES]: withEntry(without(entriesAt(values, ENTRIES), copy.id), entryOf(document)),
      },
    };
  });
}

export function readVersions(cabinet: Cabinet, id: string): Promise<readonly Version[]> {
  return cabinet.change([versionsKey(id)], (values) => ({ result: versionsAt(values, versionsKey(id)) }));
}

/** Adds what a document looked like; latest first, the oldest give way. */
export function addVersion(cabinet: Cabinet, id: string, version: Version): Promise<readonly Version[]> {
  return cabinet.change<readonly Version[]>([versionsKey(id)], (values) => {
    const versions = [version, ...versionsAt(values, versionsKey(id))].slice(0, KEPT_VERSIONS);
    return { result: versions, put: { [versionsKey(id)]: versions } };
  });
}
