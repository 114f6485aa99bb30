import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, analyseStepwise, createCache, curve, explain } from '../../src/engine/index.ts';
import { finished } from '../../src/engine/numeric/finished.ts';
import { timesStepwise } from '../../src/engine/times-stepwise.ts';
import type { Resolved, ResolvedDesign } from '../../src/model/resolved.ts';
import { anyDesign, anyTimedDesign } from './random-design.ts';
import { component, resolvedOf, samples } from './samples.ts';

const scenario = (design: ResolvedDesign): Resolved => ({ designs: [design], issues: [], findings: [] });
const codes = (resolved: Resolved): string[] => analyse(resolved).designs[0]!.findings.map(({ code }) => code);
const text = (value: unknown): string => JSON.stringify(value);

/** A design with one number of one component or call changed. */
const edited = (design: ResolvedDesign, what: number, value: number): ResolvedDesign => {
  const place = what % design.components.length;
  const call = what % design.calls.length;
  const changes = [
    () => ({ components: design.components.with(place, { ...design.components[place]!, unavailability: value / 10 }) }),
    () => ({ components: design.components.with(place, { ...design.components[place]!, replicas: 3, needed: 1 }) }),
    () => ({ components: design.components.with(place, { ...design.components[place]!, beta: value }) }),
    () => ({ components: design.components.with(place, { ...design.components[place]!, hitRatio: value }) }),
    () => ({ components: design.components.with(place, { ...design.components[place]!, placement: [[0, what % 4]] }) }),
    () => ({ domains: design.domains.with(what % 4, { ...design.domains[what % 4]!, unavailability: value }) }),
    () => ({ domains: design.domains.with(3, { ...design.domains[3]!, parents: [what % 3] }) }),
    () => ({ components: design.components.with(place, { ...design.components[place]!, uncovered: value }) }),
    () => ({ calls: design.calls.with(call, { ...design.calls[call]!, times: 1 + (what % 3) }) }),
    () => ({ calls: design.calls.with(call, { ...design.calls[call]!, probability: value }) }),
    () => ({ calls: design.calls.toSpliced(call, design.calls.length > 1 ? 1 : 0) }),
  ];
  return { ...design, ...changes[what % changes.length]!() };
};

describe('a report', () => {
  it('is the same bit for bit whatever was asked before, over any sequence of edits', () => {
    const edit = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.constantFrom(0.05, 0.3, 0.5, 0.9));
    fc.assert(
      fc.property(anyDesign(8), fc.array(edit, { minLength: 1, maxLength: 12 }), (start, edits) => {
        const cache = createCache();
        let design = start;
        for (const [what, value] of edits) {
          design = edited(design, what, value);
          // Without the kept reports, so that it is the diagrams that are used again.
          if (what % 2 === 0) cache.reports.clear();
          expect(text(analyse(scenario(design), {}, cache))).toBe(text(analyse(scenario(design))));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('is the same bit for bit with times too, whatever distributions are known', () => {
    const edit = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.constantFrom(0.05, 0.3));
    fc.assert(
      fc.property(anyTimedDesign(3), fc.array(edit, { minLength: 1, maxLength: 3 }), (start, edits) => {
        const cache = createCache();
        let design = start;
        for (const [what, value] of edits) {
          const place = what % design.components.length;
          const call = what % design.calls.length;
          const { errors } = design.components[place]!;
          design = edited(design, what, value);
          design = {
            ...design,
            components: design.components.with(place, { ...design.components[place]!, errors: errors > 0 ? 0 : value }),
            calls: design.calls.with(call % design.calls.length, {
              ...design.calls[call % design.calls.length]!,
              timeoutSeconds: value,
            }),
          };
          expect(text(analyse(scenario(design), {}, cache))).toBe(text(analyse(scenario(design))));
        }
      }),
      { numRuns: 12 },
    );
  });

  it('has chances between 0 and 1, and lets no number be anything else', () => {
    fc.assert(
      fc.property(anyDesign(12), (design) => {
        const report = analyse(scenario(design)).designs[0]!;
        expect(text(report)).not.toContain('null,"availability"');
        const { unavailability, parts, audit, binding } = report.journeys['users']!;
        for (const chance of [unavailability!, audit!.figures.unavailability, binding?.ceiling.unavailability ?? 0]) {
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1);
        }
        for (const part of Object.values(parts)) {
          expect(part.unavailabilityIfPerfect).toBeGreaterThanOrEqual(0);
          expect(part.unavailabilityIfDown).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('never gets better when something is down more often', () => {
    fc.assert(
      fc.property(anyDesign(10), fc.integer({ min: 1, max: 10 }), (design, what) => {
        // A balanced gate may do better without a callee that errs: it then goes to the others.
        fc.pre(design.components.every(({ mode }) => mode !== 'balance'));
        const place = what % design.components.length;
        const chosen = design.components[place]!;
        fc.pre(chosen.kind !== 'client' && chosen.kind !== 'gate');
        const worse = design.components.with(place, {
          ...chosen,
          unavailability: Math.min(1, chosen.unavailability * 1.5),
        });
        const before = analyse(scenario(design)).designs[0]!.journeys['users']!.unavailability!;
        const after = analyse(scenario({ ...design, components: worse })).designs[0]!.journeys['users']!
          .unavailability!;
        expect(after).toBeGreaterThanOrEqual(before * (1 - 1e-12));
      }),
      { numRuns: 200 },
    );
  });

  it('tells the truth about one replica more, fewer, and what would help', () => {
    fc.assert(
      fc.property(anyDesign(8), (design) => {
        const today = analyse(scenario(design)).designs[0]!.journeys['users']!;
        const withReplicas = (place: number, replicas: number): number => {
          const components = design.components.with(place, { ...design.components[place]!, replicas });
          return analyse(scenario({ ...design, components })).designs[0]!.journeys['users']!.unavailability!;
        };
        design.components.forEach(({ id }, place) => {
          const part = today.parts[id];
          for (const change of [part?.oneMore, part?.oneFewer]) {
            if (!change) continue;
            const truth = withReplicas(place, change.replicas);
            expect(Math.abs(change.unavailability - truth)).toBeLessThanOrEqual(1e-11 * truth);
          }
        });
        const saved = today.remedies.map((remedy) => remedy.savedSecondsPerYear);
        expect(saved).toEqual([...saved].sort((a, b) => b - a));
        expect(saved.every((seconds) => seconds > 0)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('says that a domain that fails never helps, and blames nobody less than nothing', () => {
    fc.assert(
      fc.property(anyDesign(8), (design) => {
        fc.pre(design.components.every(({ mode }) => mode !== 'balance'));
        const today = analyse(scenario(design)).designs[0]!.journeys['users']!;
        const perfect = design.domains.map((domain) => ({ ...domain, unavailability: 0 }));
        const without = analyse(scenario({ ...design, domains: perfect })).designs[0]!.journeys['users']!;
        expect(today.unavailability!).toBeGreaterThanOrEqual(without.unavailability! * (1 - 1e-12));
        for (const part of [...Object.values(today.parts), ...Object.values(today.domains)]) {
          expect(part.share).toBeGreaterThanOrEqual(-1e-12);
          expect(part.birnbaum).toBeGreaterThanOrEqual(-1e-12);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('says what the stepwise run says, and can be left half-way', () => {
    const steps = analyseStepwise(samples.checkout);
    expect(steps.next().done).toBe(false);
    const times = { times: timesStepwise };
    expect(finished(analyseStepwise(samples.twoProviders, times))).toEqual(analyse(samples.twoProviders));
  });
});

describe('the checkout', () => {
  const report = analyse(samples.checkout).designs[0]!;
  const journey = report.journeys['shoppers']!;

  it('is held back by its payment provider, and a second one brings what the second design has', () => {
    expect(journey.binding?.component).toBe('payment');
    expect(journey.binding?.share).toBeCloseTo(0.994, 3);
    expect(journey.binding?.ceiling.unavailability).toBeCloseTo(0.0005, 15);
    expect(journey.remedies[0]?.kind).toBe('second-provider');
    const second = analyse(samples.twoProviders).designs[0]!.journeys['shoppers']!.unavailability!;
    expect(Math.abs(journey.remedies[0]!.figures.unavailability / second - 1)).toBeLessThan(1e-12);
  });

  it('would be 99.889 % if 5 % of failures were shared', () => {
    expect(journey.audit?.figures.availability).toBeCloseTo(0.99889, 4);
  });

  it('shows its working as a series of independent parts', () => {
    const working = explain(samples.checkout, { figure: 'journey-availability', design: 0, journey: 'shoppers' });
    expect(working.formula).toBe('series');
    const product = working.inputs.reduce((up, input) => up * (1 - input.value), 1);
    expect(1 - working.result.value).toBeCloseTo(product, 14);
    expect(working.inputs.at(-1)?.path).toEqual(['designs', 0, 'components', 'payment', 'up']);
    const gate = explain(samples.twoProviders, { figure: 'journey-availability', design: 0, journey: 'shoppers' });
    expect(gate.formula).toBe('decision-diagram');
  });
});

describe('findings', () => {
  it('name what never fails, what misses its objective, and what has grown too far', () => {
    const objective = { unavailability: 1e-6, windowSeconds: 2_592_000 };
    const steady = [component({ id: 'u', kind: 'client', objective }), component({ id: 's', kind: 'service' })];
    expect(codes(resolvedOf(steady, [['u', 's']]))).toEqual(['availability/never-down']);
    const missing = steady.with(1, component({ id: 's', kind: 'service', unavailability: 0.01 }));
    expect(codes(resolvedOf(missing, [['u', 's']]))).toEqual([
      'availability/misses-objective',
      'availability/single-point',
    ]);
    const grown = component({ id: 's', kind: 'service', replicas: 90, scales: true, sigma: 0.02, kappa: 0.0005 });
    expect(codes(resolvedOf(steady.with(1, grown), [['u', 's']]))).toContain('scaling/slower-when-grown');
  });

  it('of resolving go to the design that they are of, those of the whole document to all', () => {
    const [design] = samples.checkout.designs;
    const found = (at: string) => ({ code: 'x/y', at, message: 'Something.' });
    const findings = ['designs.0.components.app', 'designs.1.components.app', 'objectives.cost'].map(found);
    const report = analyse({ designs: [design!, design!], issues: [], findings });
    const places = report.designs.map((one) => one.findings.filter(({ code }) => code === 'x/y').map(({ at }) => at));
    expect(places).toEqual([
      ['designs.0.components.app', 'objectives.cost'],
      ['designs.1.components.app', 'objectives.cost'],
    ]);
    const second = analyse({ designs: [design!, design!], issues: [], findings }, { designs: [1] });
    expect(second.designs).toHaveLength(1);
    expect(second.designs[0]!.findings.map(({ at }) => at)).toContain('designs.1.components.app');
  });

  it('say when a gate cannot work', () => {
    const parts = [component({ id: 'u', kind: 'client' }), component({ id: 'g', kind: 'gate', needed: 2 })];
    const report = analyse(
      resolvedOf(
        [...parts, component({ id: 's', kind: 'service' })],
        [
          ['u', 'g'],
          ['g', 's'],
        ],
      ),
    );
    expect(report.designs[0]!.journeys['u']!.unavailability).toBe(1);
    expect(report.designs[0]!.findings.map(({ code }) => code)).toContain('availability/gate-cannot-work');
  });
});

describe('curves', () => {
  it('mark the half point of fan-out at 69 for 1 %', () => {
    const fanOut = curve(samples.checkout, { question: 'fan-out', slowProbability: 0.01, callees: 100 });
    expect(fanOut).toMatchObject({ question: 'fan-out', half: 69 });
    if (fanOut.question !== 'fan-out') return;
    expect(fanOut.today.slow).toBeCloseTo(0.634, 3);
    expect(fanOut.points.some(({ callees }) => callees === 69)).toBe(true);
  });

  it('peak where the Universal Scalability Law does', () => {
    const grown = component({ id: 's', kind: 'service', replicas: 20, scales: true, sigma: 0.02, kappa: 0.0005 });
    const scaling = curve(resolvedOf([grown], []), { question: 'scaling', design: 0, component: 's' });
    if (scaling.question !== 'scaling') throw new Error('another curve');
    expect(scaling.peak?.replicas).toBe(44);
    expect(Math.max(...scaling.points.map(({ usl }) => usl))).toBe(scaling.peak?.usl);
  });

  it('agree with the report on replicas', () => {
    const replicas = curve(samples.checkout, {
      question: 'replicas',
      design: 0,
      journey: 'shoppers',
      component: 'app',
    });
    if (replicas.question !== 'replicas') throw new Error('another curve');
    const today = replicas.points.find((point) => point.replicas === replicas.today)!;
    const report = analyse(samples.checkout).designs[0]!.journeys['shoppers']!;
    expect(Math.abs(today.unavailability / report.unavailability! - 1)).toBeLessThan(1e-12);
    expect(replicas.knee).toBe(3);
  });

  it('hold the table of nines', () => {
    const table = curve(samples.checkout, { question: 'nines' });
    expect(table.question === 'nines' && table.points.map(({ availability }) => availability)).toEqual([
      0.99, 0.995, 0.999, 0.9995, 0.9999, 0.99995, 0.99999,
    ]);
  });
});
