/** A bar for every nine, each filled from 0 to 1: 3.3 nines are 1, 1, 1, 0.3, 0, 0. A seventh and more only where there are. */
export function ninesMeter(nines: number | null, unavailability: number | null): number[] {
  if (unavailability === 0) return Array.from({ length: 9 }, () => 1);
  const filled = Math.min(Math.max(nines ?? 0, 0), 9);
  return Array.from({ length: Math.max(6, Math.ceil(filled)) }, (_, bar) => Math.min(Math.max(filled - bar, 0), 1));
}
