/**
 * Whether a button that deletes its row goes with it, so that the focus has to go elsewhere: rows keep their places, and
 * the only one that is left cannot be deleted.
 */
export const goesToo = (place: number, rows: number): boolean => place === rows - 1 || rows === 2;
