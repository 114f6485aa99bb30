import { Building2, Globe, Network, Plug, Rocket, SlidersHorizontal, type LucideIcon } from 'lucide-react';

/** By lucide's names: icons that nothing in the first load shows. */
const ICONS: Readonly<Record<string, LucideIcon>> = { Building2, Globe, Network, Plug, Rocket, SlidersHorizontal };

/** Like `Icon`, for what comes later. */
export function LateIcon({ name, size = '1.125rem' }: { readonly name: string; readonly size?: string }) {
  const Drawing = ICONS[name];
  return Drawing === undefined ? null : <Drawing size={size} strokeWidth={1.75} aria-hidden focusable={false} />;
}
