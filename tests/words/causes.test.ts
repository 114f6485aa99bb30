import { describe, expect, test } from 'vitest';
import { CAUSES, type Cause } from '../../src/model/report.ts';
import { causesTitle, mainCause } from '../../src/words/causes.ts';
import { CAUSE_LABELS } from '../../src/words/terms.ts';
import { journeyPart } from './samples.ts';

const title = (causes: Partial<Record<Cause, number>>): string =>
  causesTitle({ causes: { replicas: 0, common: 0, failover: 0, planned: 0, domain: 0, ...causes } });

describe('what the downtime is made of', () => {
  test('is the title of its chart', () => {
    expect(title({ replicas: 1 })).toBe('All of it is replicas failing one by one');
    expect(title({ domain: 0.95, replicas: 0.05 })).toBe('Nearly all of it is failing domains');
    expect(title({ common: 0.631, planned: 0.2, replicas: 0.169 })).toBe(
      'Common causes make 63.1 %, planned downtime 20.0 %',
    );
    expect(title({ planned: 0.6, failover: 0.4 })).toBe('Planned downtime makes 60.0 %, takeovers 40.0 %');
    expect(title({})).toBe('Nothing causes any downtime');
  });

  test('has a name for every cause', () => {
    expect(CAUSES.map((cause) => CAUSE_LABELS[cause])).toEqual([
      'replicas',
      'common cause',
      'takeover',
      'planned',
      'domain',
    ]);
  });

  test('is told of a component where more than half is not its replicas', () => {
    expect(mainCause(journeyPart({ share: 0.8 }))).toBeNull();
    expect(mainCause(journeyPart({ share: 0.8, causes: { common: 0.3, replicas: 0.5 } }))).toBeNull();
    expect(mainCause(journeyPart({ share: 0.8, causes: { common: 0.7, replicas: 0.1 } }))).toBe('common cause');
    expect(mainCause(journeyPart({ share: 0.8, causes: { planned: 0.6 } }))).toBe('planned downtime');
    expect(mainCause(journeyPart({ share: 0.8, causes: { failover: 0.6 } }))).toBe('takeovers');
    expect(mainCause(journeyPart())).toBeNull();
  });
});
