import { MOST_CELLS } from './own-failure.ts';
import { failsItself, type Structure } from './structure.ts';

/**
 * The text that two designs share exactly when the same diagrams serve both: which components can fail, who needs whom,
 * where branches are and which domains replicas stand in. With `numbers` the chances that may have gone into a diagram itself are part of it too.
 *
 * Model: none. Units: none. Errors: none. Accuracy: exact. Cost: linear. Source: docs/availability-maths.md, "A slider".
 *
 * @example structureKey(structureOf(samples.checkout.designs[0]), false) === structureKey(structureOf(samples.checkout.designs[0]), true) // => false
 */
export function structureKey(structure: Structure, numbers: boolean): string {
  const { components, needs, calls, waits, placements } = structure;
  const lines = components.map((component, place) => {
    const { kind } = component;
    let line = kind === 'client' ? 'r' : kind;
    if (kind === 'gate') line = `g${component.mode},${component.needed},${failsItself(component)}`;
    if (kind === 'cache')
      line = `c${component.whenDown === 'bypass' && waits[place] === true},${component.hitRatio > 0}`;
    if (kind === 'cache' && numbers) line += `,${component.hitRatio}`;
    const { common, cells } = placements[place]!;
    if (common.length > 0) line += `@${common.join()}`;
    // Many cells are told apart by how many replicas they leave, so those are part of the diagram.
    for (const { domains, count } of cells) line += `|${domains.join()}${cells.length > MOST_CELLS ? `*${count}` : ''}`;
    if (cells.length > MOST_CELLS) line += `/${component.needed}`;
    for (const index of needs[place]!) {
      const { to, probability, times, weight } = calls[index]!;
      line += `;${to}${probability < 1 ? '?' : ''}`;
      if (numbers) line += `,${probability},${times},${weight}`;
      else if (times !== 1) line += kind === 'gate' && component.mode === 'race' ? `*${times}` : '*';
    }
    return line;
  });
  return lines.join('\n');
}
