// A cloud vendor's examples of composite availability, and its table of allowed downtime.
import { complement, figure, open } from './agreement.mjs';
import { diagramDesign, evaluateDesigns } from './evaluate.mjs';

/** What each example is made of. */
const DIAGRAMS = {
  'azure-1': ['all', 0.9995, 0.9999],
  'azure-2': ['any', 0.9999, 0.999],
  'azure-3': ['all', 0.9995, ['any', 0.9999, 0.999]],
  'azure-4': ['any', 0.9995, 0.9995],
  'azure-5': ['any', 0.9995, 0.9995, 0.9995, 0.9995],
};

const SECONDS = { s: 1, min: 60, h: 3600, d: 86_400 };
const FIGURES = { week: 'downtimeSecondsPer7Days', month: 'downtimeSecondsPer30Days', year: 'downtimeSecondsPerYear' };

/** "99.99% -> 1.01 min/week, 4.32 min/month; …": the exact number in parentheses, where there is one. */
function tableChecks(table) {
  const rows = [...table.matchAll(/([\d.]+)% -> ([^;]+)/g)];
  const designs = evaluateDesigns(rows.map(([, up]) => diagramDesign(up, `${up} %`)));
  return rows.flatMap(([, up, cells], row) =>
    [...cells.matchAll(/([\d.]+) (s|min|h|d)\/(week|month|year)(?: \(exact ([\d.]+)\))?/g)].map(
      ([, rounded, unit, window, exact = rounded]) => {
        const seconds = designs[row].journeys.users[FIGURES[window]];
        return figure(`${up} % a ${window}`, seconds / SECONDS[unit], exact);
      },
    ),
  );
}

/** The checks of `composite-sla.json`. */
export function compositeSla(examples) {
  const known = examples.filter(({ id }) => Object.hasOwn(DIAGRAMS, id));
  const designs = evaluateDesigns(known.map(({ id }) => diagramDesign(id, DIAGRAMS[id])));
  const checks = examples.flatMap(({ id, exact, model }) => {
    const place = known.findIndex((one) => one.id === id);
    if (place >= 0) return [figure(id, designs[place].journeys.users.unavailability, complement(String(exact)))];
    return / -> /.test(model) ? tableChecks(model) : [open(id, 'its model is not known here')];
  });
  return { checks };
}
