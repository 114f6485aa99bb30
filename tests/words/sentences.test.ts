import { describe, expect, test } from 'vitest';
import type { DesignReport, JourneyPart, JourneyReport } from '../../src/model/report.ts';
import type { Component } from '../../src/model/scenario.ts';
import { downtimeLabel, designLetter, remedyLabel, verdictMark, verdictText } from '../../src/words/labels.ts';
import { rowsShown } from '../../src/words/views.ts';
import { sentenceText } from '../../src/words/sentence.ts';
import {
  auditSentence,
  bindingSentence,
  headline,
  naiveSentence,
  replicaChangeText,
  restsOnSentence,
} from '../../src/words/sentences.ts';
import { situationOf, worstJourney } from '../../src/words/situation.ts';
import { summarySentences } from '../../src/words/summary.ts';
import { downtimeTitle, journeyTitle, ninesTitle } from '../../src/words/figure-titles.ts';
import { CHECKOUT, firstDesign, reportOf, scenarioOf } from './checkout.ts';
import { bracketed, domainPart, figuresOf, journeyPart } from './samples.ts';
import { promised, timesOf } from './times.ts';

const today = firstDesign(CHECKOUT);
const report = reportOf(CHECKOUT);
const journeyOf = (of: DesignReport, id = 'shoppers'): JourneyReport => {
  const journey = of.journeys[id];
  if (!journey) throw new Error(`no journey ${id}`);
  return journey;
};
const journey = journeyOf(report);

const said = (scenario: typeof CHECKOUT, journeyId: string | null = null, design = 0): string[] => {
  const own = scenario.designs[design] ?? firstDesign(scenario);
  const summary = summarySentences(reportOf(scenario, design), own, journeyId, scenario.title);
  return [...summary.sentences.map(sentenceText), ...(summary.remedy ? [`[${summary.remedy.label}]`] : [])];
};

describe('the checkout', () => {
  test('is told as what holds it back', () => {
    expect(bindingSentence(report, today, 'shoppers', 'Checkout')).toEqual({
      situation: 'works',
      subject: 'Payment gateway',
      part: { of: 'component', id: 'payment' },
      rest: ' holds it back: it causes 99.4 % of the downtime',
      sub: 'Perfect everywhere else, the checkout could still not pass 99.95 %',
    });
  });

  test('is told in three sentences and one button', () => {
    expect(said(CHECKOUT, 'shoppers')).toEqual([
      'Checkout is down 4.41 h a year.',
      'The payment gateway causes 99.4 % of it; more app replicas save half a minute.',
      'A second provider brings it to 1.7 min.',
      '[Try a second provider]',
    ]);
  });

  test('makes its two durations bold, and never breaks them', () => {
    const { sentences } = summarySentences(report, today, 'shoppers', 'Checkout');
    const bold = sentences.flat().filter((segment) => segment.strong);
    expect(bold.map((segment) => segment.text)).toEqual(['4.41\u00A0h', '1.7\u00A0min']);
  });

  test('with a second provider keeps its promise, and names the parts that are as bad', () => {
    expect(said(CHECKOUT, 'shoppers', 1)).toEqual([
      'Checkout is down 1.7 min a year.',
      'The promise of 99.99 % allows 52.6 min, so it is kept.',
      'The load balancer and 2 others cause 30.8 % of what is left each.',
    ]);
    const second = CHECKOUT.designs[1] ?? today;
    expect(bindingSentence(reportOf(CHECKOUT, 1), second, 'shoppers').rest).toBe(
      ' and 2 others cause 30.8 % of the downtime each, and the promise is kept',
    );
  });

  test('is audited, and nothing is said of the naive product where it is right', () => {
    expect(auditSentence(journey)).toBe('99.889 % if 5 % of failures were shared');
    expect(auditSentence({ ...journey, audit: null })).toBe('');
    expect(naiveSentence(journey)).toBe('');
    expect(naiveSentence({ ...journey, naive: { unavailability: 0.01, errorSecondsPerYear: 3120 } })).toBe(
      'Multiplying availabilities would say 52.0 min too much downtime a year',
    );
    expect(naiveSentence({ ...journey, naive: { unavailability: 0, errorSecondsPerYear: -60 } })).toBe(
      'Multiplying availabilities would hide 1.0 min of downtime a year',
    );
  });

  test('has one line for a chat', () => {
    expect(headline(report, today, 'shoppers', 'Checkout')).toBe(
      '99.9497 %, misses 99.99 %. Payment gateway holds it back: it causes 99.4 % of the downtime',
    );
  });

  test('says what its groups rest on', () => {
    const rests = (id: string, change: Partial<Component> = {}): string => {
      const component = today.components[id];
      return component ? restsOnSentence(component.name ?? id, { ...component, ...change }, report.components[id]) : '';
    };
    expect(rests('app')).toBe(
      '3 replicas fail independently. If 5 % of their failures are shared, the app alone is down 4.39 h a year.',
    );
    expect(rests('app', { beta: 0.05 })).toBe('Of the failures of its 3 replicas, 5 % take all of them down together.');
    expect(rests('payment')).toMatch(/^Rests on the figure given for it/);
    expect(rests('shoppers')).toBe('');
    const contract: Component = { kind: 'external', contract: { sla: '99.9 %' } };
    expect(restsOnSentence('Mail', contract, report.components['payment'])).toMatch(/^Rests on its contract alone/);
    const one: Component = { kind: 'service' };
    expect(restsOnSentence('App', one, report.components['payment'])).toBe(
      'There is one replica: while it is down, so is the app.',
    );
  });
});

const told = (components: typeof today.components, calls: typeof today.calls = [], id: string | null = null) => {
  const scenario = scenarioOf(components, calls);
  return bindingSentence(reportOf(scenario), firstDesign(scenario), id);
};

describe('a design without a number', () => {
  test('that is empty says how to begin', () => {
    expect(told({}).rest).toBe('Draw what answers a request');
    expect(said(scenarioOf({}))[0]).toBe('Draw what answers a request.');
  });

  test('without a client says that one is needed', () => {
    expect(told({ app: { kind: 'service' } })).toMatchObject({
      situation: 'no-client',
      rest: 'Add a client to see numbers',
      part: null,
    });
  });

  test('with a client that calls nothing says to connect it', () => {
    expect(told({ c: { kind: 'client' }, app: { kind: 'service' } }, [], 'c').situation).toBe('client-alone');
  });

  test('in which nothing fails says so, and how to go on', () => {
    const scenario = scenarioOf(
      { c: { kind: 'client' }, app: { kind: 'service' } },
      [{ from: 'c', to: 'app' }],
      'Shop',
    );
    expect(said(scenario, 'c')).toEqual([
      'Shop is never down, since no component here can fail.',
      'Select one and say how often it is up, such as 99.9 %.',
    ]);
  });

  test('that never works says who is to blame', () => {
    const scenario = scenarioOf({ c: { kind: 'client' }, app: { kind: 'service', name: 'App', up: '0 %' } }, [
      { from: 'c', to: 'app' },
    ]);
    expect(said(scenario, 'c')).toEqual(['This design never works: the app is never up enough.']);
  });

  test('whose answer is out of reach says so, with the finding that tells why', () => {
    const unknown: DesignReport = {
      ...report,
      journeys: { shoppers: { ...journey, unavailability: null, binding: null } },
      findings: [{ code: 'availability/out-of-reach', at: 'designs.0', message: 'Too much is shared.' }],
    };
    expect(situationOf(unknown, today, 'shoppers')).toBe('unknown');
    expect(bindingSentence(unknown, today, 'shoppers').sub).toBe('Too much is shared.');
    expect(summarySentences(unknown, today, 'shoppers').sentences.map(sentenceText)).toEqual([
      'No exact answer for this design.',
      'Too much is shared.',
    ]);
  });
});

describe('other designs', () => {
  const client: Component = { kind: 'client', name: 'Users', objectives: { availability: '99.999 %' } };

  test('a remedy that is not enough says so', () => {
    const scenario = scenarioOf(
      { c: client, app: { kind: 'service', name: 'App', replicas: 1, up: '99 %' } },
      [{ from: 'c', to: 'app' }],
      'A title that is far too long to be the subject of a sentence',
    );
    expect(said(scenario, 'c')).toEqual([
      'This design is down 3.65 days a year.',
      'The app causes 100 % of it.',
      'One more app replica brings it to 52.6 min, which is not enough yet.',
      '[Try one more app replica]',
    ]);
  });

  test('with several journeys say whose it is, and the worst comes first', () => {
    const scenario = scenarioOf(
      {
        a: { kind: 'client', name: 'Users' },
        b: client,
        app: { kind: 'service', name: 'App', up: '99 %' },
        db: { kind: 'database', name: 'Postgres', up: '99.9 %' },
      },
      [
        { from: 'a', to: 'app' },
        { from: 'a', to: 'db' },
        { from: 'b', to: 'db' },
      ],
      'Billing',
    );
    expect(worstJourney(reportOf(scenario))).toBe('b');
    expect(said(scenario, 'b')[0]).toBe('For users, the billing is down 8.76 h a year.');
    expect(said(scenario, 'b')[1]).toBe('Postgres causes 100 % of it.');
  });
});

describe('what holds a design back', () => {
  const zoned = { ...today, domains: { a: { kind: 'zone' } } } as const;
  const withJourney = (change: Partial<JourneyReport>): DesignReport => ({
    ...report,
    journeys: { shoppers: { ...journey, ...change } },
  });
  const ceiling = figuresOf(0.0005);
  const summed = (of: DesignReport): string[] => {
    const summary = summarySentences(of, zoned, 'shoppers', 'Checkout');
    return [...summary.sentences.map(sentenceText), ...(summary.remedy ? [`[${summary.remedy.label}]`] : [])];
  };

  test('may be a domain', () => {
    const of = withJourney({
      binding: { component: 'a', of: 'domain', share: 0.8, ceiling },
      domains: { a: domainPart({ share: 0.8 }) },
      parts: { app: journeyPart({ share: 0.2 }) },
      remedies: [],
    });
    expect(bindingSentence(of, zoned, 'shoppers', 'Checkout')).toMatchObject({
      subject: 'Zone a',
      part: { of: 'domain', id: 'a' },
      rest: ' holds it back: it causes 80.0 % of the downtime',
    });
    expect(summed(of)).toEqual(['Checkout is down 4.41 h a year.', 'Zone a causes 80.0 % of it.']);
    const always = withJourney({ ...figuresOf(1), binding: { component: 'a', of: 'domain', share: 1, ceiling } });
    expect(summed(always)).toEqual(['Checkout never works: zone a is never up enough.']);
  });

  test('may be a component and a domain that are as bad', () => {
    const of = withJourney({
      binding: { component: 'a', of: 'domain', share: 0.5, ceiling },
      domains: { a: domainPart({ share: 0.5 }) },
      parts: { app: journeyPart({ share: 0.5 }) },
    });
    expect(bindingSentence(of, zoned, 'shoppers').rest).toBe(
      ' and one other hold it back: each causes 50.0 % of the downtime',
    );
  });

  test('may be a common cause, takeovers or planned downtime rather than replicas', () => {
    const by = (causes: Partial<JourneyPart['causes']>): DesignReport =>
      withJourney({
        binding: { component: 'app', of: 'component', share: 0.9, ceiling },
        parts: { app: journeyPart({ share: 0.9, causes }), db: journeyPart({ share: 0.1 }) },
        remedies: [],
      });
    const rest = (of: DesignReport): string => bindingSentence(of, zoned, 'shoppers').rest;
    expect(rest(by({ common: 0.8, replicas: 0.1 }))).toBe(
      ' holds it back: it causes 90.0 % of the downtime, mostly by its common cause',
    );
    expect(rest(by({ planned: 0.9 }))).toBe(
      ' holds it back: it causes 90.0 % of the downtime, mostly by its planned downtime',
    );
    expect(rest(by({ failover: 0.6, replicas: 0.3 }))).toBe(
      ' holds it back: it causes 90.0 % of the downtime, mostly by its takeovers',
    );
    expect(rest(by({ common: 0.4, replicas: 0.5 }))).toBe(' holds it back: it causes 90.0 % of the downtime');
    expect(summed(by({ common: 0.8, replicas: 0.1 }))).toEqual([
      'Checkout is down 4.41 h a year.',
      'The app causes 90.0 % of it, mostly by its common cause.',
    ]);
  });

  test('is not worth a button where the best there is to try hardly helps', () => {
    const scenario = scenarioOf(
      {
        c: { kind: 'client', name: 'Users', objectives: { availability: '99.99 %' } },
        app: { kind: 'service', name: 'App', replicas: 3, up: '99 %', beta: '10 %' },
      },
      [{ from: 'c', to: 'app' }],
      'Shop',
    );
    expect(said(scenario, 'c')).toEqual([
      'Shop is down 8.77 h a year.',
      'The app causes 100 % of it, mostly by its common cause.',
      'One more app replica would save only 22.8 s.',
    ]);
  });
});

describe('a design that is known only between two figures', () => {
  const objective = journey.objective && { ...journey.objective, met: null };
  const between: DesignReport = {
    ...report,
    journeys: { shoppers: { ...journey, ...bracketed(0.000501, 0.000504), objective, naive: null, audit: null } },
  };
  const because = 'Too much is shared for an exact answer: all combinations of up to 4 failures are counted';

  test('says both, what may be, and about what holds it back', () => {
    expect(situationOf(between, today, 'shoppers')).toBe('works');
    expect(headline(between, today, 'shoppers', 'Checkout')).toBe(
      'Between 99.9496 % and 99.9499 %, may meet 99.99 %. ' +
        'Payment gateway holds it back: it causes about 99.4 % of the downtime',
    );
    expect(summarySentences(between, today, 'shoppers', 'Checkout').sentences.map(sentenceText)).toEqual([
      'Checkout is down between 4.39 h and 4.42 h a year.',
      `${because}.`,
      'The payment gateway causes about 99.4 % of it; more app replicas save half a minute.',
      'A second provider brings it to about 1.7 min.',
    ]);
    const known = journeyOf(between);
    expect([journeyTitle(known), downtimeTitle(known), ninesTitle(known)]).toEqual([
      'Up between 99.9496 % and 99.9499 % of the time',
      'Down between 4.39 h and 4.42 h a year',
      'That is 3.30 nines',
    ]);
    expect(downtimeLabel(known)).toBe('4.39 to 4.42 h down a year');
  });

  test('says why, where nothing is known of its parts', () => {
    const bare: DesignReport = {
      ...between,
      journeys: { shoppers: { ...journeyOf(between), parts: {}, binding: null, remedies: [] } },
    };
    expect(bindingSentence(bare, today, 'shoppers')).toMatchObject({
      part: null,
      rest: 'No exact answer for this design',
      sub: because,
    });
    expect(headline(bare, today, 'shoppers')).toBe(
      'Between 99.9496 % and 99.9499 %, may meet 99.99 %. No exact answer for this design',
    );
  });

  test('is as bad as it may be, where the worst journey is looked for', () => {
    const two: DesignReport = {
      ...report,
      journeys: {
        a: { ...journey, ...figuresOf(0.0006), objective: null },
        b: { ...journey, ...bracketed(0.0005, 0.0007), objective: null },
      },
    };
    expect(worstJourney(two)).toBe('b');
  });

  test('the journey that is slow most often is the worst, where all break as many promises', () => {
    const late = (probability: number): JourneyReport => ({
      ...journey,
      objective: null,
      ...timesOf({ goodWithin: [{ seconds: 0.1, probability }], latency: { objective: promised(0.1) } }),
    });
    const journeys = { a: late(0.97), b: late(0.6), c: { ...late(0.999), objective: null } };
    expect(worstJourney({ ...report, journeys })).toBe('b');
    const both = { ...late(0.97), objective: journey.objective };
    expect(worstJourney({ ...report, journeys: { ...journeys, both } })).toBe('both');
  });
});

describe('labels', () => {
  const objective = journey.objective;

  test('a table that is cut says so', () => {
    expect(rowsShown(200, 1000)).toBe('The first 200 of 1,000');
  });

  test('a verdict has a mark, a word and the promise', () => {
    if (!objective) throw new Error('the checkout has an objective');
    expect([verdictMark(objective), verdictText(objective)]).toEqual(['✕', 'misses 99.99 %']);
    const met = { ...objective, met: true, outagesOnly: true };
    expect([verdictMark(met), verdictText(met)]).toEqual(['✓', 'meets 99.99 %, outages only']);
  });

  test('of downtime, remedies, changes and designs', () => {
    const nothing = { ...journey, downtimeSecondsPerYear: null };
    expect([downtimeLabel(journey), downtimeLabel(nothing)]).toEqual(['4.41 h down a year', 'downtime unknown']);
    expect([replicaChangeText(3120), replicaChangeText(0)]).toEqual(['+52.0 min a year', 'no change']);
    expect([0, 25, 26, 27, 702].map(designLetter)).toEqual(['A', 'Z', 'AA', 'AB', 'AAA']);
    const figures = journey.binding?.ceiling;
    if (!figures) throw new Error('the checkout has a part that binds');
    const remedy = {
      kind: 'add-replica',
      component: 'app',
      figures,
      savedSecondsPerYear: 1,
      meetsObjective: null,
    } as const;
    expect(remedyLabel(remedy, 'app')).toBe('Try one more app replica');
  });
});
