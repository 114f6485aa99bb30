import type { Claim, ClaimList, DesignReport } from '../model/report.ts';
import type { Design } from '../model/scenario.ts';
import { componentName, domainName, possessive, type Named } from './names.ts';
import { availabilityFineText, countText, percentText, signedDurationText } from './numbers.ts';
import { listed } from './parts.ts';

/** "App’s 3 replicas fail independently", "Zone a, Zone b and Zone c fail independently". */
export function claimText({ of, component, members }: Claim, design: Design, report: DesignReport): string {
  if (of === 'replicas') {
    const replicas = report.components[component]?.replicas ?? 0;
    return `${possessive(componentName(design, component))} ${countText(replicas)} replicas fail independently`;
  }
  const names = members.map((id) => (of === 'domains' ? domainName(design, id) : componentName(design, id)));
  return `${listed(names, 4)} fail independently`;
}

/** What is said to be independent. */
export const claimParts = ({ of, component, members }: Claim): readonly Named[] =>
  of === 'replicas'
    ? [{ of: 'component', id: component }]
    : members.map((id) => ({ of: of === 'domains' ? 'domain' : 'component', id }));

type False = Pick<Claim, 'figures' | 'changeSecondsPerYear'>;

/** What the journey becomes if it is false: "99.9 %, +4.36 h a year". */
export function ifFalse({ figures, changeSecondsPerYear }: False): string {
  const change = signedDurationText(changeSecondsPerYear);
  return `${availabilityFineText(figures.unavailability)}, ${change === 'no change' ? change : `${change} a year`}`;
}

/** Those that a component or domain is part of. */
export const claimsOn = ({ claims }: ClaimList, { of, id }: Named): Claim[] =>
  claims.filter((claim) =>
    [...claimParts(claim), { of: 'component', id: claim.component }].some((part) => part.of === of && part.id === id),
  );

/** A claim with what it costs where it is false. */
export const claimSentence = (claim: Claim, { beta }: ClaimList, design: Design, report: DesignReport): string =>
  `${claimText(claim, design, report)}. If ${percentText(beta)} of those failures were shared: ${ifFalse(claim)}.`;

/** "4 claims of independence". */
export function claimsText({ claims }: ClaimList): string {
  if (claims.length === 0) return 'no claim of independence';
  return `${claims.length === 1 ? 'one claim' : `${countText(claims.length)} claims`} of independence`;
}

/** "The number rests on 4 claims of independence". */
export const claimCount = (claims: ClaimList): string => `The number rests on ${claimsText(claims)}`;

/** "If 10 % of those failures were shared, all at once, it would be 99.8298 %". */
export const togetherSentence = ({ beta, claims, together }: ClaimList): string =>
  claims.length === 0
    ? ''
    : `If ${percentText(beta)} of those failures were shared, ${claims.length === 1 ? '' : 'all at once, '}it would be ${availabilityFineText(together.unavailability)}`;

/** What the share of shared failures is called, and where it is written. */
export const betaSentence = ({ beta }: ClaimList): string =>
  `${percentText(beta)} is a β factor: the share of failures that take all at once`;
