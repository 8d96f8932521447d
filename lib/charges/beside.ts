import type { ChargeLine } from '@/lib/assessment/types';
import type { ChargedGoods, LawInForce, RefusedScheme } from './goods';
import type { Band } from './law';
import { textOf } from './line';
import { vendorCeiling } from './vendor-ceiling';

/** What was held against the limits: the goods alone, and what was split off them; minor units. */
type Tested = {
  readonly goods: ChargedGoods;
  readonly own: bigint;
  readonly others: bigint;
  readonly band: Band;
};

type Said = Readonly<Record<string, string | number>>;

/**
 * Adds to the workings what is not of the goods alone: each duty says what its limits were tested with, each tax why a declared
 * scheme number frees nothing.
 */
export function saidBeside(lines: readonly ChargeLine[], tested: Tested, inForce: LawInForce): readonly ChargeLine[] {
  const together = togetherSaid(tested, inForce);
  const scheme = schemeSaid(tested, inForce);
  if (!together && !scheme) return lines;
  return lines.map((line) => {
    const said = line.kind === 'duty' ? together : line.kind === 'vat' ? scheme : null;
    if (!said) return line;
    return { ...line, working: { ...line.working, values: { ...line.working.values, ...said } } };
  });
}

function togetherSaid({ goods: { together }, own, others }: Tested, inForce: LawInForce): Said | null {
  if (!together) return null;
  return {
    togetherBy: together.by,
    togetherCount: together.consignments,
    togetherOwn: textOf(own, inForce),
    togetherOthers: textOf(others, inForce),
    togetherTotal: textOf(own + others, inForce),
  };
}

function schemeSaid(tested: Tested, inForce: LawInForce): Said | null {
  const refused = tested.goods.refusedScheme ?? overCeiling(tested, inForce);
  if (!refused) return null;
  const { number, why, day, ...more } = refused;
  return { schemeRefused: number, schemeWhy: why, schemeDay: day, ...more };
}

/** A number that may be used, on goods above what the scheme is for. */
function overCeiling(
  { goods: { scheme }, own, others, band }: Tested,
  inForce: LawInForce,
): (RefusedScheme & { readonly schemeLimit: string }) | null {
  if (scheme === null || band.tax.kind === 'vendor') return null;
  const ceiling = vendorCeiling(inForce);
  if (!ceiling || own + others <= ceiling.limitMinor) return null;
  const { limit } = ceiling;
  return { number: scheme, why: 'ceiling', day: '', schemeLimit: `${limit.amount} ${limit.currency}` };
}
