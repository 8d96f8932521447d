import type { Charged } from './charged';

type Known = Pick<Charged, 'uncharged'> & { readonly charges: Pick<Charged['charges'], 'dutyMinor' | 'vatMinor'> };

const sumOf = ({ charges }: Known) => charges.dutyMinor + charges.vatMinor;
const isOpen = ({ uncharged }: Known) => uncharged.length > 0;

/**
 * What a result adds to the charges, in minor units, negative when too much was declared; null as long as charges are open, since a
 * sum of what is known would pass for the whole. Results of one consignment add up: what one had to leave open, the next one that
 * closes it counts. `earlierMinor` is what the earlier results add together.
 */
export function extraCharges(
  { declared, before, after }: { readonly declared: Known; readonly before: Known; readonly after: Known },
  earlierMinor: bigint,
): bigint | null {
  if (isOpen(after)) return null;
  if (!isOpen(before)) return sumOf(after) - sumOf(before);
  return isOpen(declared) ? null : sumOf(after) - sumOf(declared) - earlierMinor;
}
