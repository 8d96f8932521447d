import { addDays } from '@/lib/kernel/dates';
import type { PolicyParameter } from './parameter';

/** Lanes that begin at a score, from the mildest to the strictest. */
export const LIMITED_LANES = ['blue', 'yellow', 'red'] as const;

type Limit = Pick<PolicyParameter, 'kind' | 'key' | 'value'>;
type Dated = Limit & Pick<PolicyParameter, 'validFrom' | 'validTo'>;

const scoreOf = (limit: Limit | undefined): unknown => {
  const { value } = limit ?? {};
  return typeof value === 'object' && value !== null ? Reflect.get(value, 'fromScore') : undefined;
};

/** A day on which a stricter lane begins below a milder one, and where its lanes begin. */
export type CrossedDay = { readonly day: string; readonly blue: number; readonly yellow: number; readonly red: number };

/**
 * The first day of a period, to the day after its end, on which lanes stand in another order than they should; null where none does.
 * Looks at its first day and at every day within on which a row begins or has ended: between those nothing moves. `rows` are all that
 * stand, of any kind.
 */
export function firstCrossedDay(
  rows: readonly Dated[],
  { validFrom, validTo }: { readonly validFrom: string; readonly validTo: string | null },
): CrossedDay | null {
  const lanes = rows.filter((row) => row.kind === 'lane' && (row.validTo === null || row.validTo >= row.validFrom));
  const end = validTo === null ? null : addDays(validTo, 1);
  const edges = lanes
    .flatMap((row) => [row.validFrom, ...(row.validTo === null ? [] : [addDays(row.validTo, 1)])])
    .filter((day) => day > validFrom && (end === null || day < end));
  const from = (lane: string, day: string) =>
    Number(scoreOf(lanes.find((row) => row.key === lane && row.validFrom <= day && (row.validTo ?? day) >= day)));
  for (const day of [...new Set([validFrom, ...edges, ...(end === null ? [] : [end])])].sort()) {
    const [blue, yellow, red] = [from('blue', day), from('yellow', day), from('red', day)];
    if (blue > yellow || yellow > red) return { day, blue, yellow, red };
  }
  return null;
}

/**
 * Of limits of lanes that are moved, those that would stand in another order than their lanes on some day of a period: some lane could
 * never be reached. Of two that cross the stricter is named, or the milder where that alone was moved.
 */
export function crossedLanes<Moved extends Limit>(
  changes: readonly Moved[],
  rows: readonly Dated[],
  { fromOn, toOn }: { readonly fromOn: string; readonly toOn: string },
): readonly Moved[] {
  const moved = changes.filter(({ kind }) => kind === 'lane');
  if (moved.length === 0) return [];
  const stand = rows.filter(({ kind, key }) => kind === 'lane' && !moved.some((one) => one.key === key));
  const edges = stand.flatMap(({ validFrom, validTo }) => [
    validFrom,
    ...(validTo === null ? [] : [addDays(validTo, 1)]),
  ]);
  const days = [fromOn, ...edges.filter((day) => day > fromOn && day <= toOn)];
  const onDay = (day: string, lane: string) =>
    scoreOf(
      moved.find(({ key }) => key === lane) ??
        stand.find(
          ({ key, validFrom, validTo }) => key === lane && validFrom <= day && (validTo === null || validTo >= day),
        ),
    );
  const isCrossed = (milder: string, stricter: string) =>
    days.some((day) => {
      const [from, above] = [onDay(day, milder), onDay(day, stricter)];
      return typeof from === 'number' && typeof above === 'number' && from > above;
    });
  return LIMITED_LANES.slice(1).flatMap((stricter, index) => {
    const milder = LIMITED_LANES[index] ?? stricter;
    if (!isCrossed(milder, stricter)) return [];
    const named = moved.find(({ key }) => key === stricter) ?? moved.find(({ key }) => key === milder);
    return named ? [named] : [];
  });
}
