import type { LibrarySlice, Slice } from './state.ts';

/** Written by `persist.ts` and `library.ts` alone. */
export const librarySlice: Slice<LibrarySlice> = () => ({
  saved: 'saved',
  documents: [],
  deleted: [],
  versions: [],
  conflict: null,
});
