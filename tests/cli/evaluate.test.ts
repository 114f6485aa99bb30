import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { CHECKOUT, nineboard, scenarioText } from './run.ts';

const evaluated = (text: string): Report => {
  const ran = nineboard(['evaluate', '-', '--json'], text);
  expect(ran.err).toBe('');
  expect(ran.status).toBe(0);
  return JSON.parse(ran.out) as Report;
};

describe('nineboard evaluate --json', () => {
  test('prints one JSON object with both designs of the checkout', () => {
    const ran = nineboard(['evaluate', CHECKOUT, '--json']);
    expect(ran.status).toBe(0);
    const { designs } = JSON.parse(ran.out) as Report;
    expect(designs.map((design) => design.name)).toEqual(['today', 'two providers']);
    const journey = designs[0]?.journeys['shoppers'];
    expect(journey?.availability).toBeCloseTo(0.9994970015, 10);
    expect(journey?.downtimeSecondsPerYear).toBeCloseTo(4.406267 * 3600, -1);
    expect(designs[1]?.journeys['shoppers']?.unavailability).toBeCloseTo(3.25e-6, 8);
    expect(Object.keys(designs[0]?.components ?? {})).toContain('app');
  });

  test('says the load of every component', () => {
    const service = {
      kind: 'service',
      name: 'App',
      replicas: 10,
      workers: 64,
      time: { distribution: 'exponential', mean: '40 ms' },
    };
    const text = scenarioText({ users: { kind: 'client', rate: '8000 req/s' }, app: service }, [
      { from: 'users', to: 'app' },
    ]);
    const load = evaluated(text).designs[0]?.components['app']?.load;
    expect(load).toMatchObject({
      ratePerSecond: 8000,
      utilisation: expect.closeTo(0.5, 12),
      concurrency: expect.closeTo(320, 2),
      replicasNeeded: 8,
      waitSeconds: { mean: expect.closeTo(0, 6), p99: 0 },
      saturatesAtRatePerSecond: expect.closeTo(16_000, 6),
    });
    expect(nineboard(['evaluate', '-'], text).out).toMatch(/\| App \| 8,000 req\/s \| 50 % \| 70 % \| 320 \| 8 \|/);
  });

  test('counts formulas, and a shared database once', () => {
    const { designs } = evaluated(
      scenarioText(
        {
          users: { kind: 'client' },
          a: { kind: 'service' },
          b: { kind: 'service' },
          db: { kind: 'database', up: '100 % - 2 * half' },
        },
        [
          { from: 'users', to: 'a' },
          { from: 'users', to: 'b' },
          { from: 'a', to: 'db' },
          { from: 'b', to: 'db' },
        ],
        { variables: { half: '0.5 %' } },
      ),
    );
    expect(designs[0]?.journeys['users']?.unavailability).toBeCloseTo(0.01, 14);
    expect(designs[0]?.journeys['users']?.naive?.unavailability).toBeCloseTo(1 - 0.99 * 0.99, 14);
  });

  test('says how long answers take, and how many are good within the limits that are asked for', () => {
    const text = scenarioText(
      {
        users: { kind: 'client', objectives: { latency: { quantile: 0.95, limit: '50 ms' } } },
        a: {
          kind: 'service',
          up: '99 %',
          time: { mixture: [0.95, 0.05].map((weight, slow) => ({ weight, time: slow ? '200 ms' : '10 ms' })) },
        },
      },
      [{ from: 'users', to: 'a' }],
    );
    const ran = nineboard(
      ['evaluate', '-', '--json', '--within', '250 ms', '--within', '1 s', '--within', '250 ms'],
      text,
    );
    expect(ran.err).toBe('');
    const journey = (JSON.parse(ran.out) as Report).designs[0]?.journeys['users'];
    expect(journey?.latencySeconds).toMatchObject({ p50: 0.01, p95: 0.01, p99: 0.2, numericalError: { p99: 0 } });
    expect(journey?.success).toBe(1);
    expect(journey?.goodWithin.map(({ seconds }) => seconds)).toEqual([0.05, 0.25, 1]);
    expect(journey?.goodWithin.map(({ probability }) => probability)).toEqual([
      expect.closeTo(0.99 * 0.95, 14),
      expect.closeTo(0.99, 14),
      expect.closeTo(0.99, 14),
    ]);
    expect(evaluated(scenarioText({ u: { kind: 'client' } })).designs[0]?.journeys['u']?.latencySeconds).toMatchObject({
      p50: 0,
      p9999: 0,
      mean: 0,
    });
  });

  test('lists a field that no number uses yet, and ends well', () => {
    const { designs } = evaluated(
      scenarioText({ users: { kind: 'client' }, a: { kind: 'service', team: 'web' } }, [{ from: 'users', to: 'a' }]),
    );
    expect(designs[0]?.findings.map((finding) => [finding.code, finding.at])).toContainEqual([
      'not-computed-yet',
      'designs.0.components.a.team',
    ]);
  });
});

describe('nineboard evaluate on wrong input', () => {
  const wrong: readonly (readonly [string, string, RegExp])[] = [
    ['no JSON', '{"format"', /JSON/],
    ['another format', '{"format":"drawing/1"}', /^format: /],
    ['a newer format', '{"format":"nineboard/2","designs":[]}', /newer/],
    [
      'an unknown key',
      scenarioText({ a: { kind: 'service', replica: 3 } }),
      /^designs\.0\.components\.a\.replica: .*newer/s,
    ],
    [
      'an availability of 120 %',
      scenarioText({ a: { kind: 'service', up: '120 %' } }),
      /^designs\.0\.components\.a\.up: /,
    ],
    [
      'more needed than there are',
      scenarioText({ a: { kind: 'service', replicas: 2, needed: 3 } }),
      /^designs\.0\.components\.a\.needed: /,
    ],
    [
      'a missing target',
      scenarioText({ a: { kind: 'service' } }, [{ from: 'a', to: 'ghost' }]),
      /^designs\.0\.calls\.0\.to: .*ghost/,
    ],
    [
      'a ring',
      scenarioText({ a: { kind: 'service' }, b: { kind: 'service' } }, [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'a' },
      ]),
      /^designs\.0\.calls\.\d/,
    ],
  ];

  test.each(wrong)(
    '%s: the path and the message on standard error, nothing on standard output, exit status 1',
    (_, text, message) => {
      const ran = nineboard(['evaluate', '-', '--json'], text);
      expect(ran.err).toMatch(message);
      expect(ran.out).toBe('');
      expect(ran.status).toBe(1);
    },
  );

  test('a file that is not there is said by name', () => {
    const ran = nineboard(['evaluate', 'nowhere.json']);
    expect(ran.err).toContain('nowhere.json');
    expect(ran.status).toBe(1);
  });

  test.each([
    [['evaluate']],
    [['dance', 'x.json']],
    [['evaluate', 'a.json', 'b.json']],
    [['evaluate', '--loud', 'a.json']],
    [['evaluate', 'a.json', '--within', '3 req/s']],
    [['evaluate', 'a.json', '--within', '1 ms to 2 ms']],
  ])('a wrong command line is refused with status 2: %j', (args) => {
    const ran = nineboard(args);
    expect(ran.status).toBe(2);
    expect(ran.err).toMatch(/^nineboard: /);
    expect(ran.out).toBe('');
  });
});

describe('nineboard evaluate', () => {
  test('prints a report to read', () => {
    const ran = nineboard(['evaluate', CHECKOUT]);
    expect(ran.status).toBe(0);
    expect(ran.out).toMatch(/99\.9497\s%/);
    expect(ran.out).toMatch(/4\.41\sh/);
    expect(ran.out).toContain('Payment gateway');
    expect(ran.out).toContain('One single point of failure: Payment gateway');
    expect(ran.out).toContain('The number rests on 3 claims of independence');
    expect(ran.out).toContain('4 in all: 1 of one failure, 2 of two and 1 of three.');
    expect(ran.out).toContain('| Payment gateway alone | 1 | 5 × 10⁻⁴ | 99.4 % |');
  });

  test('says how it is used', () => {
    expect(nineboard(['--help']).out).toContain('nineboard evaluate FILE');
    expect(nineboard(['--version']).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('nineboard evaluate on fault trees', () => {
  const tree = `<?xml version="1.0"?>
<opsa-mef>
<define-fault-tree name="Cooling">
<define-gate name="no cooling"><atleast min="2"><event name="a"/><event name="b"/><event name="c"/></atleast></define-gate>
</define-fault-tree>
<model-data>
<define-basic-event name="a"><float value="0.01"/></define-basic-event>
<define-basic-event name="b"><float value="0.01"/></define-basic-event>
<define-basic-event name="c"><float value="0.01"/></define-basic-event>
</model-data>
</opsa-mef>`;

  test('gives the probability of the top event, and beside it how many minimal cut sets there are', () => {
    const { designs } = evaluated(tree);
    const journey = designs[0]?.journeys['no cooling'];
    expect(journey?.unavailability).toBeCloseTo(0.000298, 15);
    expect(journey).toHaveProperty('minimalCutSets.count');
    expect(nineboard(['evaluate', CHECKOUT, '--json']).out).not.toContain('minimalCutSets');
  });

  test('prints a report and a picture like those of any scenario', () => {
    expect(nineboard(['evaluate', '-'], tree).out).toMatch(/^# Cooling: today[^]*99\.9702\s%/);
    expect(nineboard(['picture', '-'], tree).out).toMatch(/<svg[^]*no cooling/);
  });

  test('says what is wrong with its line', () => {
    const ran = nineboard(['evaluate', '-', '--json'], tree.replace('"c"/>', '"d"/>'));
    expect(ran.err).toBe('line 4: There is no event named "d". Define it, or mend the name\n');
    expect(ran.out).toBe('');
    expect(ran.status).toBe(1);
  });
});
