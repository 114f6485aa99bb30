import { callIds, type Call, type Design } from '../model/scenario.ts';
import { atStart, componentName, inSentence } from './names.ts';

/** The call of that id; undefined where there is none. */
export const callOf = (design: Design, id: string): Call | undefined =>
  design.calls?.[callIds(design.calls).indexOf(id)];

/** Both ends of a call, by their names: "The app", "the search". */
export function endsOf(design: Design, id: string): { readonly from: string; readonly to: string } | null {
  const call = callOf(design, id);
  if (call === undefined) return null;
  const from = atStart(inSentence(componentName(design, call.from)));
  return { from, to: inSentence(componentName(design, call.to)) };
}

/** "App → Search"; the id where there is no such call. */
export function callName(design: Design, id: string): string {
  const call = callOf(design, id);
  return call === undefined ? id : `${componentName(design, call.from)} → ${componentName(design, call.to)}`;
}

/** Who answers a call, by its name; the id where there is no such call. */
export function calleeName(design: Design, id: string): string {
  const call = callOf(design, id);
  return call === undefined ? id : componentName(design, call.to);
}
