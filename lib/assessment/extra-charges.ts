import type { Charged } from './charged';

type Known = Pick<Charged, 'uncharged'> & {
  readonly charges: Pick<Charged['charges'], 'dutyMinor' | 'vatMinor' | 'feesMinor'>;
};

const sumOf = ({ charges }: Known) => charges.dutyMinor + charges.vatMinor + charges.feesMinor;
const isOpen = ({ uncharged }: Known) => uncharged.length > 0;

/**
 * What a result or a stated duty adds to the charges, in minor units, negative when too much was declared; null as long as charges
 * are open, since a sum of what is known would pass for the whole. They add up: what one had to leave open, the next one that closes
 * it counts, beside what could be assessed of the declaration. `earlierMinor` is what the earlier ones add together.
 */
export function extraCharges(
  { declared, before, after }: { readonly declared: Known; readonly before: Known; readonly after: Known },
  earlierMinor: bigint,
): bigint | null {
  if (isOpen(after)) return null;
  return isOpen(before) ? sumOf(after) - sumOf(declared) - earlierMinor : sumOf(after) - sumOf(before);
}

/** What a result with corrections or a stated duty added to the charges, in minor units; null where it left a charge open. */
export type ChargedChange = { readonly extraChargesMinor: bigint | null };

/** What the changes of one consignment that are known add together, in minor units. */
export function knownExtra(changes: readonly ChargedChange[]): bigint {
  return changes.reduce((sum, change) => sum + (change.extraChargesMinor ?? 0n), 0n);
}

/**
 * What the changes of one consignment, earliest first, added to its charges. Null while the last leaves a charge open; what an
 * earlier one left open the one that closed it has added.
 */
export function extraChargesOf(changes: readonly ChargedChange[]): bigint | null {
  return changes.at(-1)?.extraChargesMinor === null ? null : knownExtra(changes);
}
