/**
 * How what is exchanged may be handled, after the Traffic Light Protocol, version 2.0 (FIRST, August 2022), the strictest first: `red` for the
 * eyes of those who received it, `amber_strict` for their administration alone, `amber` also for those it works for, `green` for the
 * community of administrations, `clear` without limit.
 */
export const HANDLINGS = ['red', 'amber_strict', 'amber', 'green', 'clear'] as const;
export type Handling = (typeof HANDLINGS)[number];

/**
 * Conditions of use, in the words of mutual assistance in customs matters (WCO Model Bilateral Agreement, articles on use and
 * confidentiality; Nairobi Convention, article 5): for customs purposes only, no evidence before a court without written consent, not
 * handed to another authority without written consent.
 */
export const CAVEATS = ['customs_only', 'no_evidence', 'no_onward'] as const;
export type Caveat = (typeof CAVEATS)[number];

const strictness = (handling: Handling): number => HANDLINGS.indexOf(handling);

/** Whether the first is at least as strict as the second. */
export const isAsStrict = (one: Handling, other: Handling): boolean => strictness(one) <= strictness(other);

/** The strictest of several; `clear` of none. */
export function strictest(handlings: readonly Handling[]): Handling {
  return handlings.reduce((found, one) => (strictness(one) < strictness(found) ? one : found), 'clear');
}

/** Whether what was received so may be put into a package for somebody else: red and amber may not, nor what is barred from going on. */
export function mayPassOn({ handling, caveats }: { handling: Handling; caveats: readonly Caveat[] }): boolean {
  return !isAsStrict(handling, 'amber') && !caveats.includes('no_onward');
}
