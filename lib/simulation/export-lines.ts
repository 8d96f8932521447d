import { CONTROL_TYPES } from '@/lib/consignment/codes';
import { type CsvCell, csvLine } from '@/lib/kernel/csv';
import { moneyText } from '@/lib/kernel/money';
import { valueDiff } from '@/lib/policy/value-diff';
import type { Changes } from './changes';
import type { ChargeSums } from './charge-tally';
import type { ControlCell } from './control-tally';
import {
  CHARGE_FIGURES,
  chargePair,
  isAmount,
  isShown,
  type Member,
  type Pair,
  releaseTimes,
  workloadOf,
} from './figures';

/** What a file says of one simulation. */
export type Exported = {
  readonly title: string;
  readonly state: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly officeIds: readonly string[];
  readonly currency: string;
  readonly minorDigits: number;
  readonly createdByName: string;
  readonly createdAt: Date;
  readonly engineVersion: string | null;
  readonly charged: number;
  readonly unrepeated: number;
  readonly reselected: number;
  readonly unrepeatedControls: number;
  readonly changes: Changes;
  readonly told: readonly {
    readonly kind: string;
    readonly key: string;
    readonly value: unknown;
    readonly before: unknown;
  }[];
  readonly profileNumbers: ReadonlyMap<string, number>;
  readonly result: {
    readonly total: ChargeSums;
    readonly months: readonly Member[];
    readonly members: Readonly<Record<'origin' | 'chapter' | 'marketplace', readonly Member[]>>;
    readonly controls: readonly ControlCell[];
  };
};

/** One thing a simulation rests on: what it is, what stood and what takes its place. */
export type Assumption = { readonly what: string; readonly was: string; readonly simulated: string };

/** All that a simulation was asked and how it was worked out, before its first figure. `method` are the sentences of its limits. */
export function assumptionsOf(one: Exported, method: readonly string[]): readonly Assumption[] {
  const plain = (what: string, simulated: string): Assumption => ({ what, was: '', simulated });
  const { changes, told, profileNumbers } = one;
  return [
    plain('days_of_receipt', `${one.fromOn} ${one.toOn}`),
    plain('offices', one.officeIds.join(' ')),
    plain('currency', one.currency),
    plain('made_by', one.createdByName),
    plain('made_at', one.createdAt.toISOString()),
    plain('state', one.state),
    plain('engine', one.engineVersion ?? ''),
    plain('charged', String(one.charged)),
    plain('charged_otherwise_without_changes', String(one.unrepeated)),
    plain('selected_again', String(one.reselected)),
    plain('selected_otherwise_without_changes', String(one.unrepeatedControls)),
    ...told.flatMap(({ kind, key, value, before }) =>
      valueDiff(before, value).map(({ path, before: was, after }): Assumption => {
        return { what: [kind, key, ...path].join('.'), was: was ?? '', simulated: after ?? '' };
      }),
    ),
    ...changes.slots.flatMap((slots) =>
      CONTROL_TYPES.map((control) => plain(`slots.${slots.officeId}.${control}`, String(slots[control] ?? 'no_limit'))),
    ),
    ...changes.profiles.map(({ profileId, version }) =>
      plain(`profile.${profileNumbers.get(profileId) ?? profileId}`, version === null ? 'off' : `version ${version}`),
    ),
    ...(changes.indicators ?? []).map(
      ({ code, percent }): Assumption => ({
        what: `indicator.${code}.percent`,
        was: '100',
        simulated: String(percent),
      }),
    ),
    ...CONTROL_TYPES.map((control) => plain(`minutes.${control}`, String(changes.minutes[control]))),
    ...method.map((sentence) => plain('method', sentence)),
  ];
}

/** A figure as files name it: `low_value`. */
const columnOf = (figure: string) => figure.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

type Unit = 'consignments' | 'hours' | 'seconds' | 'findings' | string;

/** One figure of a simulation as exact decimal text. */
export type ExportedFigure = {
  readonly cutBy: string;
  readonly member: string;
  readonly figure: string;
  readonly unit: Unit;
  readonly was: string;
  readonly simulated: string;
  readonly difference: string;
};

/** Every figure of a simulation: nothing is left to a rest here. */
export function* figuresOf({ result, changes, currency, minorDigits }: Exported): Generator<ExportedFigure> {
  const written = (pair: Pair, text: (value: bigint) => string) => ({
    ...{ was: text(pair.was), simulated: text(pair.simulated), difference: text(pair.simulated - pair.was) },
  });
  const amount = (minor: bigint) => moneyText(minor, minorDigits);
  const charges = function* (cutBy: string, member: string, sums: ChargeSums): Generator<ExportedFigure> {
    for (const figure of CHARGE_FIGURES) {
      const pair = chargePair(sums, figure);
      if (pair === null || !isShown(figure, chargePair(result.total, figure))) continue;
      const unit = isAmount(figure) ? currency : 'consignments';
      yield {
        cutBy,
        member,
        figure: columnOf(figure),
        unit,
        ...written(pair, isAmount(figure) ? amount : String),
      };
    }
  };
  yield* charges('total', '', result.total);
  for (const { member, sums } of result.months) yield* charges('month', member, sums);
  for (const cutBy of ['origin', 'chapter', 'marketplace'] as const) {
    for (const { member, sums } of result.members[cutBy]) yield* charges(cutBy, member, sums);
  }
  const hours = (minutes: bigint) => moneyText((minutes * 100n) / 60n, 2);
  const offices = [...new Set(result.controls.map(({ officeId }) => officeId))].sort();
  for (const office of ['', ...offices]) {
    const own = office === '' ? result.controls : result.controls.filter(({ officeId }) => officeId === office);
    const work = workloadOf(own, changes.minutes);
    const at = { cutBy: office === '' ? 'total' : 'office', member: office };
    for (const { control, count, minutes } of work.lines) {
      yield { ...at, figure: `controls_${control}`, unit: 'consignments', ...written(count, String) };
      yield { ...at, figure: `hours_${control}`, unit: 'hours', ...written(minutes, hours) };
    }
    const missed = { was: 0n, simulated: BigInt(work.missed) };
    yield { ...at, figure: 'findings_missed', unit: 'findings', ...written(missed, String) };
    const missedMinor = { was: 0n, simulated: work.missedMinor };
    yield { ...at, figure: 'charges_found_missed', unit: currency, ...written(missedMinor, amount) };
  }
  for (const { channel, was, simulated } of releaseTimes(result.controls)) {
    if (was === null || simulated === null) continue;
    const pair = { was: BigInt(Math.round(was)), simulated: BigInt(Math.round(simulated)) };
    yield { cutBy: 'channel', member: channel, figure: 'release_time_mean', unit: 'seconds', ...written(pair, String) };
  }
}

const COLUMNS = ['section', 'simulation', 'cut_by', 'member', 'figure', 'unit', 'was', 'simulated', 'difference'];

/** Simulations as lines of CSV: first what each was asked, then its figures. Text that a spreadsheet would run is made harmless. */
export function* simulationLines(all: readonly Exported[], method: readonly string[]): Generator<string> {
  yield csvLine(COLUMNS);
  for (const one of all) {
    for (const { what, was, simulated } of assumptionsOf(one, method)) {
      yield csvLine(['assumption', one.title, null, null, what, null, was, simulated, null]);
    }
  }
  for (const one of all) {
    for (const { cutBy, member, figure, unit, was, simulated, difference } of figuresOf(one)) {
      const figures: CsvCell[] = [{ figure: was }, { figure: simulated }, { figure: difference }];
      yield csvLine(['figure', one.title, cutBy, member, figure, unit, ...figures]);
    }
  }
}

/** The same as JSON: amounts are decimal text. */
export function simulationJson(all: readonly Exported[], method: readonly string[]): string {
  const simulations = all.map((one) => ({
    title: one.title,
    assumptions: assumptionsOf(one, method),
    changes: one.changes,
    figures: [...figuresOf(one)],
  }));
  return JSON.stringify({ simulations }, null, 2);
}
