import { format } from 'prettier';
import { scenarioJsonSchema } from '../../src/model/json-schema.ts';
import { CALL_FIELDS } from '../../src/model/kinds/call.ts';
import { LABEL_FIELDS } from '../../src/model/kinds/common.ts';
import { DOMAIN_FIELDS, DOMAIN_KINDS } from '../../src/model/kinds/domain.ts';
import type { Dimension, Field, FieldShape } from '../../src/model/kinds/field.ts';
import { KIND_SPECS } from '../../src/model/kinds/kinds.ts';
import { KINDS } from '../../src/model/scenario.ts';
import { CAPS } from '../../src/model/schema/structure.ts';
import { FORMAT_TEXT } from './format-text.ts';

/** How a quantity of each dimension is written, and what a plain number means. */
const WRITTEN: Readonly<Record<Dimension, { readonly examples: string; readonly bare: string }>> = {
  availability: { examples: '`99.95 %`, `4 nines`, `20 min/month` down', bare: 'a probability, `0.9995`' },
  probability: { examples: '`5 %`', bare: 'a probability, `0.05`' },
  ratio: { examples: '`0.02`, `2 %`', bare: 'itself' },
  count: { examples: '`3`, `1,000`, `10k`', bare: 'itself, a whole number' },
  duration: { examples: '`40 ms`, `5 min`, `1 h 30 min`, `7 days`', bare: 'seconds' },
  rate: { examples: '`8,000 req/s`, `8k req/s`, `2M requests/day`, `500 rps`', bare: 'per second' },
  growth: { examples: '`3 %/month`, `30 %/year` (compounded)', bare: 'a share per month, `0.03`' },
  money: { examples: '`$420/month`, `$5k/year`', bare: 'US dollars per month' },
  size: { examples: '`500 GB`, `2 TB`, `64 MiB`', bare: 'bytes' },
};

function shapeText(edit: FieldShape): string {
  switch (edit.shape) {
    case 'quantity':
      return [edit.dimension, ...(edit.words ?? []).map((word) => `\`${word}\``)].join(' or ');
    case 'choice':
      return edit.options.map((option) => `\`${option.value}\``).join(', ');
    case 'flag':
      return '`true`, `false`';
    case 'time':
      return 'time';
    case 'up':
      return 'availability, or probability and mttr, or mtbf and mttr';
    case 'references':
      return edit.to === 'domains' ? 'ids of domains' : 'id of a region';
    case 'open':
      return edit.keys.length === 0
        ? 'anything'
        : `record of money: ${edit.keys.map((key) => `\`${key}\``).join(', ')}`;
    case 'text':
      return 'text';
  }
}

const cell = (text: string): string => text.replaceAll('|', '\\|');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

function fieldTable(fields: readonly Field[]): string {
  const head = [
    row(['key', 'called', 'holds', 'without it', 'typical', 'used today', 'what it does']),
    '|---|---|---|---|---|---|---|',
  ];
  const rows = fields.map((field) =>
    row([
      `\`${field.key}\``,
      field.label,
      shapeText(field.edit),
      field.absent,
      field.typical === undefined ? '' : `\`${field.typical}\``,
      field.computed ? 'yes' : 'not yet',
      field.help,
    ]),
  );
  return [...head, ...rows].join('\n');
}

function kindSection(kind: (typeof KINDS)[number]): string {
  const spec = KIND_SPECS[kind];
  return `### ${spec.label}: \`"kind": "${kind}"\`\n\n${spec.help}\n\n${fieldTable(spec.fields)}`;
}

function unitTable(): string {
  const rows = Object.entries(WRITTEN).map(([dimension, { examples, bare }]) => row([dimension, examples, bare]));
  return [row(['what', 'written', 'a plain number is']), '|---|---|---|', ...rows].join('\n');
}

function capsTable(): string {
  const { components, calls, domains, designs, texts, variables, samples } = CAPS;
  const caps: Record<string, string> = {
    'JSON text': `${CAPS.jsonLength / 1e6} MB`,
    designs: `${designs}`,
    'components in a design': `${components}`,
    'calls in a design': `${calls}`,
    'domains in a design': `${domains}`,
    'texts on the board': `${texts}`,
    variables: `${variables}`,
    samples: `${samples}`,
    'characters of an id': `${CAPS.idLength}`,
    'characters of a title or name': `${CAPS.titleLength}`,
    'characters of notes': `${CAPS.textLength}`,
  };
  return [row(['of', 'at most']), '|---|---|', ...Object.entries(caps).map((cap) => row(cap))].join('\n');
}

/** docs/scenario-format.md, made from the tables that the program itself uses. */
export function formatDocument(): string {
  const parts: Readonly<Record<string, string>> = {
    units: unitTable(),
    labels: fieldTable(LABEL_FIELDS),
    kinds: KINDS.map(kindSection).join('\n\n'),
    calls: fieldTable(CALL_FIELDS),
    domains: `A domain's \`kind\` is one of ${DOMAIN_KINDS.map((kind) => `\`${kind}\``).join(', ')}.\n\n${fieldTable(DOMAIN_FIELDS)}`,
    caps: capsTable(),
  };
  return FORMAT_TEXT.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => parts[name] ?? '');
}

/** public/nineboard-1.schema.json */
export const schemaDocument = (): Promise<string> =>
  format(JSON.stringify(scenarioJsonSchema()), { parser: 'json', printWidth: 120 });
