import { CAUSES, type Cause, type JourneyPart, type JourneyReport } from '../model/report.ts';
import { atStart } from './names.ts';
import { sharesText } from './numbers.ts';

/** What all of it is, and the subject of a sentence. */
const SAID: Readonly<Record<Cause, readonly [all: string, subject: string]>> = {
  replicas: ['replicas failing one by one', 'replicas'],
  common: ['common causes', 'common causes'],
  failover: ['takeovers', 'takeovers'],
  planned: ['planned downtime', 'planned downtime'],
  domain: ['failing domains', 'domains'],
};

/** The same as one component's own. */
const ITS = { common: 'common cause', failover: 'takeovers', planned: 'planned downtime' } as const;

/** The title of the chart that splits the downtime by cause: "Common causes make 63.1 %, planned downtime 20.0 %". */
export function causesTitle({ causes }: Pick<JourneyReport, 'causes'>): string {
  const [first, second] = CAUSES.filter((cause) => causes[cause] > 0).sort((a, b) => causes[b] - causes[a]);
  if (first === undefined) return 'Nothing causes any downtime';
  const [all, subject] = SAID[first];
  if (second === undefined) return `All of it is ${all}`;
  if (causes[first] > 0.9) return `Nearly all of it is ${all}`;
  const make = subject.endsWith('s') ? 'make' : 'makes';
  return `${atStart(subject)} ${make} ${sharesText(causes[first])}, ${SAID[second][1]} ${sharesText(causes[second])}`;
}

/**
 * What most of a component's downtime comes from, where that is not its replicas failing one by one: then one replica
 * more is no remedy. Null otherwise.
 */
export function mainCause({ share, causes }: JourneyPart): string | null {
  const main = (['common', 'failover', 'planned'] as const).find((cause) => causes[cause] > share / 2);
  return main === undefined ? null : ITS[main];
}
