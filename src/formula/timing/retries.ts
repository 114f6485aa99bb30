import type { ResolvedCall, ResolvedComponent, ResolvedDomain } from '../../model/resolved.ts';
import { callsByCaller } from '../calls-by-caller.ts';
import type { Untimed } from '../late-parts.ts';
import { inside, type Reader } from '../reader.ts';

/**
 * The calls of a design. One whose tries can end only with an answer is never tried again: that it has retries is an
 * error, and that it has a breaker is said.
 */
export function checkRetries(design: Untimed, reader: Reader): ResolvedCall[] {
  const calls = design.calls.flatMap((draft) => draft.resolved ?? []);
  if (calls.every((call) => call.retries === 0 && call.breaker === null)) return calls;
  const fails = whatFails(design, calls);
  return design.calls.flatMap(({ resolved: call, place }) => {
    if (call === null) return [];
    if (call.async || call.timeoutSeconds !== null || fails[call.to] === true) return call;
    if (call.breaker !== null && call.deadlineSeconds === null) {
      reader.finding(
        'breaker-without-failures',
        inside(place, 'breaker'),
        `${place.where}: nothing but an answer ends a try of this call, so its breaker changes nothing.`,
      );
    }
    if (call.retries === 0) return call;
    reader.issue(
      'call/retries-without-end',
      inside(place, 'retries'),
      `Nothing but an answer ends a try of this call, so none is ever made again. Give it a timeout, or leave the retries out`,
    );
    return { ...call, retries: 0 };
  });
}

/** For each component whether a request to it can come to an error: its own, one that it meets, or that it is down. */
function whatFails({ components, domains, order }: Untimed, calls: readonly ResolvedCall[]): boolean[] {
  const outgoing = callsByCaller(calls);
  const down = domainsThatFail(domains);
  const fails = components.map((component) => failsItself(component, down));
  const ends = (call: ResolvedCall): boolean =>
    call.timeoutSeconds !== null || call.deadlineSeconds !== null || fails[call.to] === true;
  for (const index of order.toReversed()) {
    const component = components[index]!;
    const waited = (outgoing.get(index) ?? []).filter((call) => !call.async && !call.optional);
    fails[index] ||= component.kind === 'gate' ? gateFails(component, waited, ends) : waited.some(ends);
  }
  return fails;
}

/** A gate is in error when fewer of its callees answer than it needs; one that shares out passes any error on. */
function gateFails(
  { mode, needed }: ResolvedComponent,
  calls: readonly ResolvedCall[],
  ends: (call: ResolvedCall) => boolean,
): boolean {
  if (mode === 'balance') return calls.some(ends);
  const sure = calls.filter((call) => !ends(call)).reduce((sum, call) => sum + (mode === 'race' ? call.times : 1), 0);
  return sure < needed;
}

/** By its own errors, by a full queue, or by being down where that refuses. */
function failsItself(component: ResolvedComponent, down: readonly boolean[]): boolean {
  const { errors, unavailability, plannedUnavailability, needed, replicas, placement, whenDown, kind, workers, queue } =
    component;
  if (errors > 0 || (workers !== null && queue !== null)) return true;
  if (whenDown !== 'refuse') return false;
  const short = kind !== 'gate' && needed > replicas;
  return unavailability > 0 || plannedUnavailability > 0 || short || placement.flat().some((domain) => down[domain]);
}

function domainsThatFail(domains: readonly ResolvedDomain[]): boolean[] {
  const known: boolean[] = [];
  const fails = (index: number): boolean =>
    (known[index] ??= domains[index]!.unavailability > 0 || domains[index]!.parents.some(fails));
  return domains.map((_, index) => fails(index));
}
