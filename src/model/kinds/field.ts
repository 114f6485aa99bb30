import type { Value } from '../scenario.ts';

/** What a field measures; `quantity/` reads and checks it, `words/` writes it. */
export type Dimension =
  | 'availability' // "99.95 %", "4 nines", "20 min/month", 0.9995 -> the unavailability
  | 'probability' // "5 %", 0.05
  | 'ratio' // a pure number that may pass 1
  | 'count' // a whole number
  | 'duration' // "40 ms" -> seconds
  | 'rate' // "8k req/s" -> per second
  | 'growth' // "3 %/month" -> per month
  | 'money' // "$420/month"
  | 'size'; // "2 TB" -> bytes

/** How a field is edited and checked. From these follow the form, the schema, the defaults, the help and the docs. */
export type FieldShape =
  | {
      readonly shape: 'quantity';
      readonly dimension: Dimension;
      readonly min?: number;
      readonly max?: number;
      readonly words?: readonly string[];
      readonly slider?: SliderRange;
    }
  | { readonly shape: 'choice'; readonly options: readonly { readonly value: string; readonly label: string }[] }
  | { readonly shape: 'flag' }
  | { readonly shape: 'text' }
  | { readonly shape: 'time' } // a duration or a distribution
  | { readonly shape: 'up' } // an availability, {probability, mttr} or {mtbf, mttr}
  | { readonly shape: 'references'; readonly to: 'domains' | 'regions' }
  | { readonly shape: 'open'; readonly keys: readonly string[] }; // a record of values, such as prices

/** A slider beside a share: nothing, and then round numbers from min to max, each as far from the next as it is large. */
export interface SliderRange {
  readonly min: number;
  readonly max: number;
}

export type Section =
  | 'redundancy'
  | 'failures'
  | 'recovery'
  | 'calls'
  | 'traffic'
  | 'objective'
  | 'capacity'
  | 'scaling'
  | 'data'
  | 'cost'
  | 'placement'
  | 'timing';

export interface Field {
  /** The key, dotted where it lies deeper: `scaling.sigma`. */
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly section: Section;
  /** What absence means, as people write it: shown in grey. */
  readonly absent: string;
  /** What the palette writes into a new component; absent where it writes nothing. */
  readonly typical?: Value;
  /** Whether a number of today's engine uses it. What none uses is kept, and listed as a finding, but not offered. */
  readonly computed: boolean;
  readonly edit: FieldShape;
}

export interface KindSpec<K extends string = string> {
  readonly kind: K;
  readonly label: string;
  /** One sentence for the palette's tooltip and the docs. */
  readonly help: string;
  /** Name of a lucide icon. */
  readonly icon: string;
  /** A key that makes one on the board. */
  readonly key: string;
  readonly calls: boolean;
  readonly called: boolean;
  /** Most important first. */
  readonly fields: readonly Field[];
}
