import { addDays, dayOf, daysBetween } from '@/lib/kernel/dates';

/** A range of days, both included. */
export type Period = { readonly from: string; readonly to: string };

export const PERIOD_PRESETS = [
  'last7',
  'last30',
  'last90',
  'this_month',
  'last_month',
  'this_quarter',
  'last_quarter',
  'this_year',
  'last_year',
  'last365',
] as const;
export type PeriodPreset = (typeof PERIOD_PRESETS)[number];

export const COMPARISONS = ['previous', 'year', 'none'] as const;
export type Comparison = (typeof COMPARISONS)[number];

export const GRAINS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Grain = (typeof GRAINS)[number];

/** Longest range a question may span; the list behind it reads the ledger. */
export const PERIOD_DAYS_MAX = 1_097;
/** The same in whole years, as it is said. */
export const PERIOD_YEARS_MAX = 3;

/** How many days a period has. */
export function daysIn({ from, to }: Period): number {
  return daysBetween(from, to) + 1;
}

/** Every day of a period in order. */
export function eachDay(period: Period): string[] {
  return Array.from({ length: daysIn(period) }, (_, index) => addDays(period.from, index));
}

/** The days a preset stands for on a given day; today is always in it, except in a month, quarter or year that is over. */
export function presetPeriod(preset: PeriodPreset, today: string): Period {
  switch (preset) {
    case 'last7':
      return { from: addDays(today, -6), to: today };
    case 'last30':
      return { from: addDays(today, -29), to: today };
    case 'last90':
      return { from: addDays(today, -89), to: today };
    case 'last365':
      return { from: addDays(today, -364), to: today };
    case 'this_month':
      return { from: monthStart(today), to: today };
    case 'last_month': {
      const to = addDays(monthStart(today), -1);
      return { from: monthStart(to), to };
    }
    case 'this_quarter':
    case 'this_year':
      return { from: bucketOf(today, preset === 'this_year' ? 'year' : 'quarter'), to: today };
    case 'last_quarter':
    case 'last_year': {
      const grain = preset === 'last_year' ? 'year' : 'quarter';
      const to = addDays(bucketOf(today, grain), -1);
      return { from: bucketOf(to, grain), to };
    }
  }
}

/**
 * The period to compare with. `previous`: as many days right before; for whole months, as a quarter is, as many months before. `year`: the same
 * dates a year earlier, 29 February becoming the 28th. Null for `none`.
 */
export function comparisonPeriod(period: Period, comparison: Comparison): Period | null {
  switch (comparison) {
    case 'none':
      return null;
    case 'year':
      return { from: yearBefore(period.from), to: yearBefore(period.to) };
    case 'previous': {
      const to = addDays(period.from, -1);
      const next = addDays(period.to, 1);
      const isWhole = period.from.endsWith('-01') && next.endsWith('-01');
      const from = isWhole
        ? monthsAfter(period.from, monthsBetween(next, period.from))
        : addDays(to, 1 - daysIn(period));
      return { from, to };
    }
  }
}

/**
 * The day of `period` under which a day of the compared period is drawn: the same distance from the start, days beyond the
 * end drawn at the end, so that the drawn points still sum to the whole.
 */
export function alignedDay(day: string, compared: Period, period: Period): string {
  const aligned = addDays(period.from, daysBetween(compared.from, day));
  return aligned > period.to ? period.to : aligned;
}

/** First day of the day, ISO week (Monday), month, quarter or year a day belongs to. */
export function bucketOf(day: string, grain: Grain): string {
  switch (grain) {
    case 'day':
      return day;
    case 'week':
      // 1970-01-05 was a Monday.
      return addDays(day, -(((daysBetween('1970-01-05', day) % 7) + 7) % 7));
    case 'month':
      return monthStart(day);
    case 'quarter':
      return `${day.slice(0, 4)}-${String(Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`;
    case 'year':
      return `${day.slice(0, 4)}-01-01`;
  }
}

/** Last day of the point that begins on a day: with `bucketOf`, the days a point stands for. */
export function bucketEnd(start: string, grain: Grain): string {
  const monthsOn = (months: number) => addDays(monthsAfter(start, months), -1);
  switch (grain) {
    case 'day':
      return start;
    case 'week':
      return addDays(start, 6);
    case 'month':
      return monthsOn(1);
    case 'quarter':
      return monthsOn(3);
    case 'year':
      return `${start.slice(0, 4)}-12-31`;
  }
}

/** The first days of the points of a period, in order. */
export function bucketsOf(period: Period, grain: Grain): string[] {
  return [...new Set(eachDay(period).map((day) => bucketOf(day, grain)))];
}

/** The grain asked for, or the next coarser ones until there are no more points than may be. */
export function grainWithin(period: Period, grain: Grain, most: number): Grain {
  return GRAINS.slice(GRAINS.indexOf(grain)).find((one) => bucketsOf(period, one).length <= most) ?? 'year';
}

/** A grain that gives a readable number of points: days up to seven weeks, weeks up to a year, months beyond. */
export function grainFor(period: Period): Grain {
  const days = daysIn(period);
  if (days <= 49) return 'day';
  return days <= 370 ? 'week' : 'month';
}

/** The first day of the month so many months after that of a day; earlier when negative. */
function monthsAfter(day: string, months: number): string {
  return dayOf(new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + months, 1)));
}

/** How many months the month of `to` lies after that of `from`. */
function monthsBetween(from: string, to: string): number {
  const indexOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return indexOf(to) - indexOf(from);
}

function monthStart(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

function yearBefore(day: string): string {
  const earlier = `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`;
  return day.endsWith('-02-29') ? `${earlier.slice(0, 8)}28` : earlier;
}
