import type { Path } from '../../model/issue.ts';

/** The path of a finding from its text: "designs.0.components.app.up". An index is a number again. */
export const findingPath = (at: string): Path =>
  at === '' ? [] : at.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
