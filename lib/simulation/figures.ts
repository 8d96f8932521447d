import { CONTROL_TYPES, type ControlType } from '@/lib/consignment/codes';
import type { Changes } from './changes';
import { addCharges, type ChargeSums, noCharges } from './charge-tally';
import { addControls, type ControlCell, type ControlSums, NO_CONTROL, noControls } from './control-tally';

/** A figure as it was and as simulated: a count, minutes, or minor units. */
export type Pair = { readonly was: bigint; readonly simulated: bigint };

/** The figures of charges, in the order they are shown. */
export const CHARGE_FIGURES = [
  ...(['dutiable', 'taxed', 'vendor', 'open', 'lowValue', 'reduced', 'standard'] as const),
  ...(['duty', 'vat', 'fees', 'charges'] as const),
] as const;
export type ChargeFigure = (typeof CHARGE_FIGURES)[number];
/** Figures that are amounts in minor units; the others count consignments. */
export const isAmount = (figure: ChargeFigure): boolean => ['duty', 'vat', 'fees', 'charges'].includes(figure);
/** Figures that few laws or simulations have anything of: nothing on both sides is not worth a line of a screen. */
export const isShown = (figure: ChargeFigure, pair: Pair | null): pair is Pair =>
  pair !== null &&
  (pair.was !== 0n || pair.simulated !== 0n || !['vendor', 'lowValue', 'reduced', 'standard', 'fees'].includes(figure));

/** Figures that simulations of before they were counted have nothing of. */
type CountedLater = 'vendor' | 'lowValue' | 'reduced' | 'standard';
const counted = (was: number | null, simulated: number | null): Pair | null =>
  was === null || simulated === null ? null : { was: BigInt(was), simulated: BigInt(simulated) };

/** One figure of sums; null where it was not counted. */
export function chargePair(sums: ChargeSums, figure: Exclude<ChargeFigure, CountedLater>): Pair;
export function chargePair(sums: ChargeSums, figure: ChargeFigure): Pair | null;
export function chargePair(sums: ChargeSums, figure: ChargeFigure): Pair | null {
  switch (figure) {
    case 'dutiable':
      return { was: BigInt(sums.dutiableWas), simulated: BigInt(sums.dutiableSimulated) };
    case 'taxed':
      return { was: BigInt(sums.taxedWas), simulated: BigInt(sums.taxedSimulated) };
    case 'vendor':
      return counted(sums.vendorWas, sums.vendorSimulated);
    case 'open':
      return { was: BigInt(sums.openWas), simulated: BigInt(sums.openSimulated) };
    case 'lowValue':
      return counted(sums.lowValueWas, sums.lowValueSimulated);
    case 'reduced':
      return counted(sums.reducedWas, sums.reducedSimulated);
    case 'standard':
      return counted(sums.standardWas, sums.standardSimulated);
    case 'duty':
      return { was: sums.dutyMinorWas, simulated: sums.dutyMinorSimulated };
    case 'vat':
      return { was: sums.vatMinorWas, simulated: sums.vatMinorSimulated };
    case 'fees':
      return { was: sums.feesMinorWas, simulated: sums.feesMinorSimulated };
    case 'charges':
      return {
        was: sums.dutyMinorWas + sums.vatMinorWas + sums.feesMinorWas,
        simulated: sums.dutyMinorSimulated + sums.vatMinorSimulated + sums.feesMinorSimulated,
      };
  }
}

export type Member = { readonly member: string; readonly sums: ChargeSums };
export type Cut = {
  readonly rows: readonly Member[];
  /** Everything the rows leave out, so that they and it are the whole; null where nothing is left. */
  readonly rest: { readonly members: number; readonly sums: ChargeSums } | null;
};

const magnitude = (value: bigint) => (value < 0n ? -value : value);

/** The members a simulation moves most, then those of most charges; the rest is summed up and counted. */
export function cutOf(members: readonly Member[], most: number): Cut {
  const weighed = members.map((one) => {
    const { was, simulated } = chargePair(one.sums, 'charges');
    return { one, moved: magnitude(simulated - was), charges: was > simulated ? was : simulated };
  });
  weighed.sort((a, b) => {
    const byMove = a.moved === b.moved ? 0 : a.moved > b.moved ? -1 : 1;
    const byCharges = a.charges === b.charges ? 0 : a.charges > b.charges ? -1 : 1;
    return byMove || byCharges || (a.one.member < b.one.member ? -1 : 1);
  });
  const rows = weighed.slice(0, most).map(({ one }) => one);
  const others = weighed.slice(most).map(({ one }) => one);
  if (others.length === 0) return { rows, rest: null };
  return {
    rows,
    rest: { members: others.length, sums: others.reduce((sums, one) => addCharges(sums, one.sums), noCharges()) },
  };
}

export type ControlLine = {
  readonly control: ControlType;
  readonly count: Pair;
  /** Minutes of officers, by the minutes a control takes that the simulation rests on. */
  readonly minutes: Pair;
};

export type Workload = {
  readonly lines: readonly ControlLine[];
  /** All controls together. */
  readonly count: Pair;
  readonly minutes: Pair;
  readonly findings: number;
  readonly foundMinor: bigint;
  readonly missed: number;
  readonly missedMinor: bigint;
  /** Consignments that would have a stricter control than they had: what it would find nobody knows. */
  readonly gained: number;
};

type Cells = readonly Pick<ControlCell, 'control' | keyof ControlSums>[];

/** The work of officers, of all cells or of those of one office. */
export function workloadOf(cells: Cells, minutes: Changes['minutes']): Workload {
  const all = cells.reduce((sums, cell) => addControls(sums, cell), noControls());
  const lines = CONTROL_TYPES.map((control): ControlLine => {
    const own = cells.filter((cell) => cell.control === control);
    const count = {
      was: BigInt(own.reduce((sum, { was }) => sum + was, 0)),
      simulated: BigInt(own.reduce((sum, { simulated }) => sum + simulated, 0)),
    };
    const each = BigInt(minutes[control]);
    return { control, count, minutes: { was: count.was * each, simulated: count.simulated * each } };
  });
  const sum = (key: 'count' | 'minutes'): Pair => ({
    was: lines.reduce((total, line) => total + line[key].was, 0n),
    simulated: lines.reduce((total, line) => total + line[key].simulated, 0n),
  });
  const { findings, foundMinor, missed, missedMinor, gained } = all;
  return { lines, count: sum('count'), minutes: sum('minutes'), findings, foundMinor, missed, missedMinor, gained };
}

export type ReleaseTime = {
  readonly channel: string;
  readonly consignments: number;
  /** Mean seconds from receipt to release to be expected; null where nothing of its kind was released. */
  readonly was: number | null;
  readonly simulated: number | null;
};

/**
 * Release times to be expected, by channel: every consignment takes as long as those of its channel with the same control took in the
 * mean of the period. A control nobody of the channel had takes as long as it took in all channels. Both columns are worked out alike,
 * so that their difference is that of the controls alone; what waits longer behind a longer queue is not in it.
 */
export function releaseTimes(cells: readonly ControlCell[]): readonly ReleaseTime[] {
  const mean = (own: readonly ControlCell[]) => {
    const released = own.reduce((sum, cell) => sum + cell.released, 0);
    return released === 0 ? null : own.reduce((sum, cell) => sum + cell.releaseSeconds, 0) / released;
  };
  const controls = [NO_CONTROL, ...CONTROL_TYPES];
  return [...new Set(cells.map(({ channel }) => channel))].sort().map((channel) => {
    const own = cells.filter((cell) => cell.channel === channel);
    const parts = controls.map((control) => ({
      seconds:
        mean(own.filter((cell) => cell.control === control)) ?? mean(cells.filter((cell) => cell.control === control)),
      was: own.reduce((sum, cell) => (cell.control === control ? sum + cell.was : sum), 0),
      simulated: own.reduce((sum, cell) => (cell.control === control ? sum + cell.simulated : sum), 0),
    }));
    const weighted = (key: 'was' | 'simulated') => {
      const known = parts.filter(({ seconds }) => seconds !== null);
      const count = known.reduce((sum, part) => sum + part[key], 0);
      return count === 0 ? null : known.reduce((sum, part) => sum + (part.seconds ?? 0) * part[key], 0) / count;
    };
    const consignments = parts.reduce((sum, { was }) => sum + was, 0);
    return { channel, consignments, was: weighted('was'), simulated: weighted('simulated') };
  });
}

/** The change in per cent of what was, rounded to a tenth, half away from zero; null where there was nothing. */
export function percentOf({ was, simulated }: Pair): number | null {
  if (was === 0n) return null;
  const base = was < 0n ? -was : was;
  const moved = simulated - was;
  const tenths = (magnitude(moved) * 2000n + base) / (2n * base);
  return Number(moved < 0n ? -tenths : tenths) / 10;
}
