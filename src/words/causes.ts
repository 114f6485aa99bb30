import { CAUSES, type Cause, type JourneyPart, type JourneyReport } from '../model/report.ts';
import { sharesText } from './numbers.ts';

/** As the subject of a sentence, and after "its". */
const SAID: Readonly<Record<Cause, readonly [all: string, its: string]>> = {
  replicas: ['replicas failing one by one', 'replicas'],
  common: ['common causes', 'common cause'],
  failover: ['takeovers', 'takeovers'],
  planned: ['planned downtime', 'planned downtime'],
  domain: ['failing domains', 'domains'],
};

/** The title of the chart that splits the downtime by cause: "Common causes are 63.1 % of it, planned downtime 20.0 %". */
export function causesTitle({ causes }: Pick<JourneyReport, 'causes'>): string {
  const [first, second] = CAUSES.filter((cause) => causes[cause] > 0).sort((a, b) => causes[b] - causes[a]);
  if (first === undefined) return 'Nothing causes any downtime';
  const [name] = SAID[first];
  if (second === undefined) return `All of it is ${name}`;
  if (causes[first] > 0.9) return `Nearly all of it is ${name}`;
  return `${sharesText(causes[first])} of it is ${name}, ${sharesText(causes[second])} is ${SAID[second][0]}`;
}

/**
 * What most of a component's downtime comes from, where that is not its replicas failing one by one: then one replica
 * more is no remedy. Null otherwise.
 */
export function mainCause({ share, causes }: JourneyPart): { readonly its: string; readonly share: number } | null {
  const main = (['common', 'failover', 'planned'] as const).find((cause) => causes[cause] > share / 2);
  return main === undefined ? null : { its: SAID[main][1], share: causes[main] };
}
