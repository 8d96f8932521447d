/** What a control added to the charges, in minor units; null where its correction left a charge open. */
type Control = { readonly corrections: readonly unknown[]; readonly extraChargesMinor: bigint | null };

/**
 * What the controls of a consignment, earliest first, added to its charges. Null while the last correction leaves a charge open; what
 * an earlier one left open the result that closed it has added.
 */
export function extraChargesOf(controls: readonly Control[]): bigint | null {
  const last = controls.findLast(({ corrections }) => corrections.length > 0);
  if (last?.extraChargesMinor === null) return null;
  return controls.reduce((sum, control) => sum + (control.extraChargesMinor ?? 0n), 0n);
}
