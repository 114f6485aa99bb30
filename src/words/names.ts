import type { Part } from '../model/edit/what-if.ts';
import type { Component, Design } from '../model/scenario.ts';
import { DOMAIN_KINDS } from '../model/kinds/domain.ts';
import { KIND_SPECS } from '../model/kinds/kinds.ts';

/** First words of names that are ordinary nouns: only these get a small letter and "the" inside a sentence. */
const ORDINARY = new Set(
  (
    'access account accounts admin alert analytics any app application apps archive asset audit auth authentication ' +
    'authorisation authorization back backend backup balancer basket batch billing blob block board booking bookings broker ' +
    'browser browsers browsing build buying callers cache cart catalog catalogue cdn central certificate chat checkout client clients cloud ' +
    'cluster compute config configuration consumer content core crawler credit customer customers dashboard data ' +
    'database delivery directory discount dispatch document documents domain edge email entry event events external ' +
    'facade feature feed file files fraud front frontend fulfilment function gateway geo global graph group identity ' +
    'image images index ingest ingress inventory invoice job jobs key ledger legacy library live load local location ' +
    'log logging login logs mail mailer main market master media member memory message messages messaging metadata ' +
    'metrics mobile model monitoring network news notification notifications object offer offers office online operations order ' +
    'orders origin partner password payment payments permission permissions persistent photo platform policy pool ' +
    'portal postal prediction price prices pricing primary print product products profile profiles promotion proxy ' +
    'public push queue rate rating read recommendation recommendations records refund region registry relay ' +
    'readers replica report reporting reports request requests reservation review reviews risk router routing rules sales ' +
    'schedule scheduler search searchers second secondary secret secrets security seller server service session sessions shared ' +
    'shard shards shipment shipping shop shopper shoppers shopping site sms social staff staged state static stats status stock ' +
    'storage store stream subscription support tax telemetry template text third thumbnail ticket ticketing tickets ' +
    'token tracking traffic transaction transactions translation upload uploads user users vendor video vote wallet ' +
    'warehouse weather web webhook website wishlist worker workers write writers'
  ).split(' '),
);

/** How a name reads inside a sentence: "Payment gateway" is "the payment gateway", "Stripe" and "S3" stay as they are. */
export function inSentence(name: string): string {
  const noun = bare(name);
  return noun === name ? name : `the ${noun}`;
}

/** The same without an article: "more app replicas". */
export function bare(name: string): string {
  const [first = '', ...rest] = name.split(' ');
  const capitalised = /^[A-Z][a-z]+$/.test(first) && ORDINARY.has(first.toLowerCase());
  // A name whose other words are capitals too is one that people gave on purpose.
  if (!capitalised || rest.some((word) => /^[A-Z][a-z]/.test(word))) return name;
  return first.toLowerCase() + name.slice(first.length);
}

const SINGULAR = new Set(['access', 'analytics', 'news', 'status', 'canvas']);

/** Whether a name takes "hold" rather than "holds": "Shards" does, "Postgres" and "Access" don't. */
export function isPlural(name: string): boolean {
  const last = name.split(' ').at(-1)?.toLowerCase() ?? '';
  return last.endsWith('s') && ORDINARY.has(last) && !SINGULAR.has(last);
}

/** "app replicas", "replicas of the shards", "replicas of 2 lines". */
export function replicasOf(name: string, count: 'one' | 'many'): string {
  const noun = count === 'one' ? 'replica' : 'replicas';
  return isPlural(name) || /^(?:\d|one\b)/i.test(name) ? `${noun} of ${inSentence(name)}` : `${bare(name)} ${noun}`;
}

/** "App’s", "Shards’". */
export const possessive = (name: string): string => `${name}’${name.endsWith('s') ? '' : 's'}`;

/** "the app" -> "The app", for the start of a sentence. */
export const atStart = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a component is called: its name, else its id. */
export function componentName(design: Design, id: string): string {
  const component = Object.hasOwn(design.components, id) ? design.components[id] : undefined;
  return component ? nameOf(id, component) : id;
}

/** The name, else the id; a gate without a name is called by what it does. */
export const nameOf = (id: string, component: Component): string => {
  const name = component.name?.trim() ?? '';
  if (name !== '') return name;
  return component.kind === 'gate' ? KIND_SPECS.gate.label : id;
};

/** A component or a failure domain of a design. */
export type Named = Part;

/** What a domain is called: its name, else its kind and its id, "Zone a", unless the id says the kind itself. */
export function domainName(design: Design, id: string): string {
  const domains = design.domains ?? {};
  const domain = Object.hasOwn(domains, id) ? domains[id] : undefined;
  const name = domain?.name?.trim() ?? '';
  if (name !== '' || domain === undefined) return name || id;
  return id.toLowerCase().startsWith(domain.kind) ? id : `${atStart(domain.kind)} ${id}`;
}

export const partName = (design: Design, { of, id }: Named): string =>
  of === 'domain' ? domainName(design, id) : componentName(design, id);

/** The same inside a sentence: "the payment gateway", "zone a". */
export function partInSentence(design: Design, part: Named): string {
  const name = partName(design, part);
  if (part.of === 'component') return inSentence(name);
  const [first = '', ...rest] = name.split(' ');
  const isKind = rest.length === 1 && DOMAIN_KINDS.some((kind) => kind === first.toLowerCase());
  return isKind ? name.charAt(0).toLowerCase() + name.slice(1) : inSentence(name);
}

/** What the sentences are about, at the start of one: the title, where it is the name of a thing. */
export function subjectOf(title: string | undefined): string {
  const text = title?.trim() ?? '';
  const isName = text.length <= 30 && text.split(/\s+/).length <= 3 && !/[,;:.!?]|^(?:an?|how|why|what) /i.test(text);
  return text !== '' && isName ? text : 'This design';
}

/** The same inside a sentence: "the checkout", "this design". */
export const subjectInside = (title: string | undefined): string => {
  const subject = subjectOf(title);
  return subject === 'This design' ? 'this design' : inSentence(subject);
};
