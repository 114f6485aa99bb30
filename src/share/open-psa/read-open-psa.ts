import type { Outcome } from '../../model/issue.ts';
import type { Design, Scenario } from '../../model/scenario.ts';
import { parseScenario } from '../../model/schema.ts';
import { CAPS } from '../../model/schema/structure.ts';
import { withoutConstants } from './constants.ts';
import { definitionsOf, titleOf, type Definitions } from './definitions.ts';
import { dependedOn, faultTreeDesign } from './design.ts';
import { valueReader } from './expressions.ts';
import { gateOf, houseEvent, type Gate } from './formulas.ts';
import { issuesOf, shown, type Problem } from './problem.ts';
import type { Definition } from './scope.ts';
import { everyGate, isGate, wiringOf } from './wiring.ts';
import { readXml } from './xml.ts';

/** Reads the text of a file in the Open-PSA model exchange format: its fault trees as a scenario, or what is wrong, by line. */
export function readOpenPsa(text: string): Outcome<Scenario> {
  const xml = readXml(text);
  if (!xml.ok) return xml;
  const { name, line } = xml.value;
  if (name !== 'opsa-mef') {
    const message = `This XML is no fault tree in the Open-PSA format: it begins with <${shown(name)}>, not with <opsa-mef>`;
    return { ok: false, issues: issuesOf([{ line, code: 'format', message }]) };
  }
  const problems: Problem[] = [];
  const definitions = definitionsOf(xml.value, problems);
  const made = designOf(definitions, problems);
  if (made === null) return { ok: false, issues: issuesOf(problems) };
  const title = definitions.trees.map(titleOf).join(', ').slice(0, CAPS.titleLength);
  const scenario = parseScenario({
    format: 'nineboard/1',
    ...(title === '' ? {} : { title }),
    ...(made.unused === 0 ? {} : { notes: unusedText(made.unused) }),
    designs: [made.design],
  });
  // Its paths lead into the scenario, which nobody has seen yet.
  return scenario.ok ? scenario : { ok: false, issues: scenario.issues.map((issue) => ({ ...issue, path: [] })) };
}

const unusedText = (count: number): string =>
  count === 1
    ? 'One basic event, which no gate depends on, was left out when this was read.'
    : `${count} basic events, which no gate depends on, were left out when this was read.`;

/** The design, and how many events are left out of it; null where something is wrong, which is then said. */
function designOf({ all, root }: Definitions, problems: Problem[]): { design: Design; unused: number } | null {
  const wrong = (code: string, message: string): null => {
    problems.push({ line: root.line, code, message });
    return null;
  };
  const valueOf = valueReader(problems);
  const defined = new Map<Definition, Gate>();
  const houses = new Map<Definition, boolean>();
  const probabilities = new Map<Definition, number>();
  for (const definition of all) {
    if (definition.kind === 'gate') {
      const gate = gateOf(definition, problems);
      if (gate !== null) defined.set(definition, gate);
    } else if (definition.kind === 'house-event') houses.set(definition, houseEvent(definition, problems));
    else if (definition.kind === 'basic-event') probabilities.set(definition, valueOf(definition) ?? 0);
  }
  if (problems.length > 0) return null;
  if (defined.size === 0)
    return wrong('no-gate', 'There is no gate in this file, so there is nothing to compute. Define one');
  // What is too large is not looked at any closer.
  const gates = everyGate(defined.values());
  const calls = gates.reduce((sum, { inputs }) => sum + inputs.length, 0);
  if (gates.length > CAPS.components || calls > CAPS.calls) return wrong('too-large', tooLarge(gates.length, calls));
  const wiring = wiringOf(gates, defined, problems);
  if (problems.length > 0) return null;
  const folded = withoutConstants(wiring, houses);
  const parts = dependedOn(wiring, folded);
  const count = wiring.tops.length + parts.size;
  if (count > CAPS.components) return wrong('too-large', tooLarge(count, calls));
  const events = [...parts].filter((part) => !isGate(part)).length;
  const design = faultTreeDesign(wiring.tops, parts, folded, probabilities);
  return { design, unused: probabilities.size - events };
}

const tooLarge = (components: number, calls: number): string =>
  `This makes ${components} components and ${calls} calls, and at most ${CAPS.components} and ${CAPS.calls} can be opened`;
