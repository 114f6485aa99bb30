import type { FormulaId } from '../model/report.ts';

/** A formula as it is set, in TeX: `\slot{q}` stands where a number is put in. `text` is the same for plain text. */
export interface FormulaTemplate {
  readonly tex: string;
  readonly text: string;
  /** Slot -> the symbol that stands in it until a number does. */
  readonly slots: Readonly<Record<string, string>>;
}

const TAIL = String.raw`\sum_{j=\slot{n}-\slot{k}+1}^{\slot{n}} \binom{\slot{n}}{j}`;

/** One for every formula; `formulas.mathml.ts` is made from these. */
export const FORMULA_TEMPLATES: Readonly<Record<FormulaId, FormulaTemplate>> = {
  single: { tex: String.raw`1 - \slot{q}`, text: '1 − q', slots: { q: 'q' } },
  'one-of-n': { tex: String.raw`1 - \slot{q}^{\slot{n}}`, text: '1 − qⁿ', slots: { q: 'q', n: 'n' } },
  'k-of-n': {
    tex: String.raw`1 - ${TAIL}\, \slot{q}^{j}\, (1 - \slot{q})^{\slot{n}-j}`,
    text: '1 − Σ C(n, j) · qʲ · (1 − q)ⁿ⁻ʲ, j from n − k + 1 to n',
    slots: { q: 'q', n: 'n', k: 'k' },
  },
  'k-of-n-common-cause': {
    tex: String.raw`1 - \slot{beta}\slot{q} - (1 - \slot{beta}\slot{q}) ${TAIL}\, p^{j}\, (1 - p)^{\slot{n}-j}, \quad p = (1 - \slot{beta})\,\slot{q}`,
    text: '1 − βq − (1 − βq) · Σ C(n, j) · pʲ · (1 − p)ⁿ⁻ʲ, j from n − k + 1 to n, p = (1 − β)q',
    slots: { q: 'q', n: 'n', k: 'k', beta: 'β' },
  },
  causes: {
    tex: String.raw`\prod_{\text{causes}} \left(1 - \slot{x}\right)`,
    text: '∏ (1 − x) over all that takes it down',
    slots: { x: 'x' },
  },
  dealt: {
    tex: String.raw`1 - \sum_{\text{states of its domains}} P(\text{state})\, \slot{Q}`,
    text: '1 − the sum over the states of its domains of P(state) · Q(replicas that stand then)',
    slots: { Q: 'Q' },
  },
  series: {
    tex: String.raw`\prod_{i} \left(1 - \slot{u}\right)`,
    text: '∏ (1 − uᵢ)',
    slots: { u: 'uᵢ' },
  },
  'decision-diagram': {
    tex: String.raw`1 - \sum_{\text{states that fail}}\; \prod_{\text{down}} \slot{u}\, \prod_{\text{up}} \left(1 - \slot{u}\right)`,
    text: '1 − the sum over all states that fail of ∏ uᵢ (down) · ∏ (1 − uᵢ) (up)',
    slots: { u: 'uᵢ' },
  },
  downtime: {
    tex: String.raw`\slot{u} \times \slot{year}`,
    text: 'u × 365 days',
    slots: { u: 'u', year: '365 days' },
  },
  nines: { tex: String.raw`-\log_{10} \slot{u}`, text: '−log₁₀ u', slots: { u: 'u' } },
  share: {
    tex: String.raw`\frac{1}{\slot{u}} \int_0^1 \slot{Q}\, B(t \slot{Q})\, dt`,
    text: 'the integral of Q · B(tQ) over t from 0 to 1, divided by u',
    slots: { Q: 'Q', u: 'u' },
  },
  usl: {
    tex: String.raw`\frac{\slot{N}}{1 + \slot{sigma}(\slot{N} - 1) + \slot{kappa}\,\slot{N}(\slot{N} - 1)}`,
    text: 'N / (1 + σ(N − 1) + κN(N − 1))',
    slots: { N: 'N', sigma: 'σ', kappa: 'κ' },
  },
  'fan-out': {
    tex: String.raw`1 - (1 - \slot{p})^{\slot{N}}`,
    text: '1 − (1 − p)ᴺ',
    slots: { p: 'p', N: 'N' },
  },
  'latency-quantile': {
    tex: String.raw`\min \left\{ t : \sum_{\text{states}} P(\text{state})\, F(t) \ge \slot{q}\,(1 - \slot{U}) \right\}`,
    text: 'the smallest t with Σ P(state) · F(t) ≥ q · (1 − U)',
    slots: { q: 'q', U: 'U' },
  },
  'good-within': {
    tex: String.raw`(1 - \slot{u})(1 - \slot{f})(1 - \slot{l})`,
    text: '(1 − u) · (1 − f) · (1 − l)',
    slots: { u: 'u', f: 'f', l: 'l' },
  },
  success: {
    tex: String.raw`\frac{1 - \slot{U}}{1 - \slot{u}}`,
    text: '(1 − U) / (1 − u)',
    slots: { U: 'U', u: 'u' },
  },
  rate: {
    tex: String.raw`\sum_{\text{calls to it}} \slot{lambda} \times \slot{n} \times \slot{p} \times \slot{a}`,
    text: 'Σ λ · n · p · a over all calls to it',
    slots: { lambda: 'λ', n: 'n', p: 'p', a: 'a' },
  },
  concurrency: {
    tex: String.raw`\slot{lambda} \times \slot{W}`,
    text: 'λ · W',
    slots: { lambda: 'λ', W: 'W' },
  },
  utilisation: {
    tex: String.raw`\frac{\slot{lambda} \times \slot{S}}{\slot{c} \times \slot{N}}`,
    text: 'λ · S / (c · N)',
    slots: { lambda: 'λ', S: 'S', c: 'c', N: 'N' },
  },
  'replicas-needed': {
    tex: String.raw`\left\lceil \slot{lambda} \Big/ \frac{\slot{c} \times \slot{rho}}{\slot{S}} \right\rceil`,
    text: '⌈λ / (c · ρ / S)⌉',
    slots: { lambda: 'λ', c: 'c', rho: 'ρ', S: 'S' },
  },
  'wait-mmc': {
    tex: String.raw`\frac{\slot{C} \times \slot{S}}{\slot{c} - \slot{a}}`,
    text: 'C · S / (c − a)',
    slots: { C: 'C', S: 'S', c: 'c', a: 'a' },
  },
  'wait-mg1': {
    tex: String.raw`\frac{\slot{rho} \times \slot{S}}{1 - \slot{rho}} \times \frac{1 + \slot{v}}{2}`,
    text: 'ρ · S / (1 − ρ) · (1 + v) / 2',
    slots: { rho: 'ρ', S: 'S', v: 'v' },
  },
  'wait-mgc': {
    tex: String.raw`\frac{\slot{C} \times \slot{S}}{\slot{c} - \slot{a}} \times \slot{k}`,
    text: 'C · S / (c − a) · k',
    slots: { C: 'C', S: 'S', c: 'c', a: 'a', k: 'k' },
  },
  'wait-bounded': {
    tex: String.raw`\frac{\slot{Q}}{\slot{lambda} \times (1 - \slot{B})}`,
    text: 'Q / (λ · (1 − B))',
    slots: { Q: 'Q', lambda: 'λ', B: 'B' },
  },
};
