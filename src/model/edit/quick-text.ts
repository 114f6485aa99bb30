import { MOST_REPLICAS } from '../kinds/common.ts';
import type { Kind } from '../scenario.ts';

/** What a line such as "2 of 3 App 99 %" asks for. */
export interface QuickText {
  readonly name: string;
  readonly kind: Kind;
  readonly replicas?: number;
  readonly needed?: number | 'majority';
  readonly up?: string;
  /** For a client: the availability that it is promised. */
  readonly promised?: string;
}

/** Words that tell a kind, most telling first: a "queue database" is a database only if nothing before says otherwise. */
const WORDS: readonly (readonly [Kind, string])[] = [
  ['gate', 'any of|gate|quorum|either'],
  ['balancer', 'balancer|load balancer|lb|alb|nlb|elb|haproxy|nginx|envoy|proxy|gateway|ingress|traefik'],
  ['cache', 'cache|redis|memcached?|varnish|cdn|valkey'],
  ['queue', 'queue|kafka|rabbitmq|sqs|nats|pulsar|broker|topic|stream|kinesis|pub/?sub|mq'],
  [
    'database',
    'database|db|postgres(?:ql)?|mysql|mariadb|mongo(?:db)?|oracle|sql|sqlite|cassandra|dynamo(?:db)?|cockroach(?:db)?|elasticsearch|store|storage|warehouse|bucket|s3|shards?',
  ],
  ['function', 'function|lambda|fn|cloud function|serverless'],
  [
    'external',
    'external|third[- ]party|stripe|paypal|adyen|twilio|sendgrid|auth0|okta|provider|payment gateway|psp|saas|partner|dns',
  ],
  ['client', 'client|clients|users?|customers?|shoppers?|visitors?|browsers?|people|staff|mobile|phones?|devices?'],
];

/** The kind that a name speaks of; a service where it says nothing. */
export function kindOfName(name: string): Kind {
  const text = name.toLowerCase();
  const has = (pattern: string): boolean =>
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'u').test(text);
  if (has('payment gateway|external|provider')) return 'external';
  return WORDS.find(([, pattern]) => has(pattern))?.[0] ?? 'service';
}

const UP = /(?:^|[\s×x*@,])(\d+(?:\.\d+)?)\s*(%|nines\b)/i;
const K_OF_N = /(?:^|\s)(\d+|majority)\s*(?:of|\/)\s*(\d+)(?=\s|$|[×x*,])/i;
const TIMES_AFTER = /(?:^|\s)[×x*]\s*(\d+)(?=\s|$|[,@×x*])/i;
const TIMES_BEFORE = /(?:^|\s)(\d+)\s*[×x*](?=\s|$|[,@])/i;
const FIRST = /^(\d+)\s+(?=\S*\p{L})/u;
const LAST = /(?<=\p{L}\S*)\s+(\d+)$/u;

const count = (digits: string | undefined): number => Math.min(MOST_REPLICAS, Math.max(1, Number(digits)));

/**
 * Reads "App 3 × 99 %", "db 2x99.9%", "3 app 99 %", "2 of 3 App 99 %", "Redis cache", "Stripe 99.95 %". What is no number
 * is the name, and the name tells the kind unless it is known already.
 */
export function parseQuickText(text: string, known?: Kind): QuickText {
  let rest = text.replaceAll(/[\s\u00a0\u202f]+/g, ' ').trim();
  const found: { replicas?: number; needed?: number | 'majority'; up?: string } = {};
  const take = (pattern: RegExp): readonly string[] | null => {
    const match = pattern.exec(rest);
    if (match === null) return null;
    rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`.replaceAll(/ +/g, ' ').trim();
    return match;
  };
  // "3x99%" is three times 99 %, in whatever way it is spaced.
  rest = rest.replace(/(?<![\p{L}\p{N}.])(\d+)\s*[×x*]\s*(?=\d+(?:\.\d+)?\s*(?:%|nines\b))/iu, '$1 × ');
  const up = take(UP);
  if (up !== null) found.up = `${up[1] ?? ''} ${up[2] === '%' ? '%' : 'nines'}`;
  const group = take(K_OF_N);
  if (group !== null) {
    found.needed = group[1]?.toLowerCase() === 'majority' ? 'majority' : count(group[1]);
    found.replicas = count(group[2]);
  } else {
    const replicas = take(TIMES_AFTER) ?? take(TIMES_BEFORE) ?? take(FIRST) ?? (up === null ? null : take(LAST));
    if (replicas !== null) found.replicas = count(replicas[1]);
  }
  const name = rest.replaceAll(/^[\s×*@,;:–-]+|[\s×*@,;:–-]+$/g, '').replace(/ x$/i, '');
  const kind = known ?? kindOfName(name);
  return { name: name === '' ? 'App' : capitalised(name), kind, ...forKind(kind, found) };
}

const capitalised = (name: string): string =>
  /^\p{Ll}/u.test(name) ? `${name.slice(0, 1).toUpperCase()}${name.slice(1)}` : name;

/** A client has no replicas and is promised what others are; a gate counts what it calls. */
function forKind(kind: Kind, found: Omit<QuickText, 'name' | 'kind'>): Omit<QuickText, 'name' | 'kind'> {
  if (kind === 'client') return found.up === undefined ? {} : { promised: found.up };
  if (kind !== 'gate') return found;
  return {
    ...(found.needed === undefined ? {} : { needed: found.needed }),
    ...(found.up === undefined ? {} : { up: found.up }),
  };
}
