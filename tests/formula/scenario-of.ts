import type { Call, Component, Domain, Scenario, Value } from '../../src/model/scenario.ts';
import { pathText } from '../../src/model/issue.ts';
import { evaluateFormula } from '../../src/formula/mathjs/evaluate.ts';
import { resolve } from '../../src/formula/resolve.ts';
import type { Resolved, ResolvedCall, ResolvedComponent, ResolvedDomain } from '../../src/model/resolved.ts';

/** A scenario of one design. */
export const scenarioOf = (
  components: Record<string, Component>,
  calls: readonly Call[] = [],
  variables: Record<string, Value> = {},
  domains: Record<string, Domain> = {},
): Scenario => ({ format: 'nineboard/1', variables, designs: [{ name: 'one', components, calls, domains }] });

/** What resolving one design gives, with its issues and findings as `path: message`, the design's own path left out. */
export interface Outcome {
  readonly resolved: Resolved;
  readonly components: Readonly<Record<string, ResolvedComponent>>;
  readonly calls: readonly ResolvedCall[];
  readonly domains: readonly ResolvedDomain[];
  readonly issues: readonly string[];
  readonly codes: readonly string[];
  readonly findings: readonly string[];
}

const local = (path: string): string => path.replace(/^designs\.0\.(?:components\.)?/, '');

export function resolved(
  components: Record<string, Component>,
  calls: readonly Call[] = [],
  variables: Record<string, Value> = {},
  domains: Record<string, Domain> = {},
): Outcome {
  const result = resolve(scenarioOf(components, calls, variables, domains), evaluateFormula);
  const design = result.designs[0]!;
  return {
    resolved: result,
    components: Object.fromEntries(design.components.map((component) => [component.id, component])),
    calls: design.calls,
    domains: design.domains,
    issues: result.issues.map((issue) => `${local(pathText(issue.path))}: ${issue.message}`),
    codes: result.issues.map((issue) => `${local(pathText(issue.path))} ${issue.code}`),
    findings: result.findings.map((finding) => `${local(finding.at)} ${finding.code}`),
  };
}
