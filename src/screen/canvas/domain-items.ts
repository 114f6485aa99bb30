import { putIn, setNesting, setStanding } from '../../commands/domain-changes.ts';
import { canStand, domainsOf, parentsOf } from '../../model/domains.ts';
import { candidates } from '../../model/edit/domains.ts';
import { KIND_SPECS } from '../../model/kinds/kinds.ts';
import type { Design } from '../../model/scenario.ts';
import { board } from '../../store/board.ts';
import { selectedDomain, shownDesign } from '../../store/selectors.ts';
import { componentName, domainName } from '../../words/names.ts';
import { listed } from '../../words/parts.ts';
import type { MenuItem } from '../ui/menu-item.ts';

const EMPTY: Design = { name: '', components: {} };
const design = (): Design => shownDesign(board.getState()) ?? EMPTY;

/** The components of the selection that can stand in a domain. */
const standing = (): string[] => board.getState().selection.components.filter((id) => canStand(design(), id));

const listsIt = (id: string, domain: string): boolean => design().components[id]?.domains?.includes(domain) === true;

/** Whether what is selected can stand in some domain that there is. */
export function mayStandInDomains(): boolean {
  const chosen = selectedDomain(board.getState());
  if (chosen !== null) return candidates(design(), chosen).length > 0;
  return Object.keys(domainsOf(design())).length > 0 && standing().length > 0;
}

/** Every domain that what is selected can stand in, checked where it does. */
export function standsInItems(): MenuItem[] {
  const chosen = selectedDomain(board.getState());
  const components = standing();
  const ids = chosen === null ? Object.keys(domainsOf(design())) : candidates(design(), chosen);
  return ids.map((id): MenuItem => {
    const { kind } = domainsOf(design())[id]!;
    const checked =
      chosen === null
        ? components.every((component) => listsIt(component, id))
        : parentsOf(domainsOf(design())[chosen] ?? {}).includes(id);
    return {
      id,
      title: domainName(design(), id),
      group: kind,
      checked,
      several: true,
      run: () => (chosen === null ? setStanding(components, id, !checked) : setNesting(chosen, id, !checked)),
    };
  });
}

export const hasContent = (domain: string): boolean => contentItems(domain).length > 0;

/** Every component that can stand in a domain, checked where it does. */
export const contentItems = (domain: string): MenuItem[] =>
  Object.entries(design().components).flatMap(([id, { kind }]): MenuItem[] => {
    const checked = listsIt(id, domain);
    return canStand(design(), id)
      ? [
          {
            id,
            title: componentName(design(), id),
            icon: KIND_SPECS[kind].icon,
            checked,
            several: true,
            run: () => setStanding([id], domain, !checked),
          },
        ]
      : [];
  });

/** What can be done with a domain and the components that were selected when its menu was opened. */
export function besideItems(domain: string, beside: readonly string[]): MenuItem[] {
  const components = beside.filter((id) => canStand(design(), id));
  if (components.length === 0) return [];
  const names = listed(components.map((id) => componentName(design(), id)));
  const where = domainName(design(), domain);
  const item = (id: string, title: string, run: () => void): MenuItem => ({ id, title, group: 'beside', run });
  if (components.every((id) => listsIt(id, domain)))
    return [item('take-out', `Take ${names} out of ${where}`, () => setStanding(components, domain, false))];
  return [
    item('put-in', `Put ${names} in ${where}`, () => void putIn(components, domain)),
    item('spread', `Spread ${names} over ${where} too`, () => setStanding(components, domain, true)),
  ];
}
