/** What is foretold of one day: a value, and between what it lies in four cases of five. */
export type Foretold = { readonly value: number; readonly low: number; readonly high: number };

export type Forecast = {
  readonly days: readonly Foretold[];
  readonly method: 'holt_winters' | 'week_before';
  /** How both methods did on days they had not seen: mean error a day, and how often the day lay in the interval that the other trials give. */
  readonly backTest: {
    readonly error: number;
    readonly errorOfWeekBefore: number;
    readonly within: number;
    readonly origins: number;
  };
};

const WEEK = 7;
/** Fewer days tell too little of what a week looks like and of how far a forecast goes wrong. */
export const FORECAST_DAYS_MIN = 10 * WEEK;
/** Days each trial of the back-test starts after the one before. */
const STEP = WEEK;
/** Share of the errors of the back-test that an interval holds; it is told with every forecast. */
const INTERVAL = 0.8;
const LEVELS = [0.05, 0.1, 0.2, 0.4] as const;
const TRENDS = [0, 0.02, 0.1] as const;
const SEASONS = [0.05, 0.15, 0.3] as const;
const DAMPING = 0.9;

type Smoothing = { readonly level: number; readonly trend: number; readonly season: number };
type Method = (seen: readonly number[], horizon: number) => number[];

/** The same day of the week before, again and again: what every method has to beat. */
const weekBefore: Method = (seen, horizon) =>
  Array.from({ length: horizon }, (_, day) => seen[seen.length - WEEK + (day % WEEK)] ?? 0);

/**
 * Foretells daily counts by exponential smoothing with a weekly season and a damped trend (Holt 1957, Winters 1960; Gardner and McKenzie
 * 1985), or by the week before where that did better on days neither had seen. The interval is that of the errors each made there, day by
 * day ahead, so that it rests on no assumption about them. Null where there are too few days.
 */
export function forecastOf(values: readonly number[], horizon: number): Forecast | null {
  if (values.length < FORECAST_DAYS_MIN) return null;
  const smoothing = bestSmoothing(values.slice(0, Math.floor(values.length / 2)));
  const smooth: Method = (seen, days) => holtWinters(seen, smoothing, days).ahead;
  const trials = { smooth: errorsOf(smooth, values, horizon), week: errorsOf(weekBefore, values, horizon) };
  const isSmooth = meanSize(trials.smooth) <= meanSize(trials.week);
  const errors = isSmooth ? trials.smooth : trials.week;
  const ahead = (isSmooth ? smooth : weekBefore)(values, horizon);
  const widthOf = (of: readonly (readonly number[])[], day: number) => quantile(errorsAbout(of, day), INTERVAL);
  const widths = ahead.map((_, day) => widthOf(errors, day));
  // Each trial is held against the interval of the others: by its own errors an interval is always right about them.
  const all = errors.flatMap((trial, at) => {
    const others = errors.filter((_, other) => other !== at);
    return trial.map((error, day) => Math.abs(error) <= widthOf(others, day));
  });
  return {
    method: isSmooth ? 'holt_winters' : 'week_before',
    days: ahead.map((value, day) => ({
      value: Math.max(0, value),
      low: Math.max(0, value - (widths[day] ?? 0)),
      high: Math.max(0, value) + (widths[day] ?? 0),
    })),
    backTest: {
      error: meanSize(errors),
      errorOfWeekBefore: meanSize(trials.week),
      within: all.filter(Boolean).length / (all.length || 1),
      origins: errors.length,
    },
  };
}

/** What a method said too little or too much, for every day ahead, from every start of the second half of the values. */
function errorsOf(method: Method, values: readonly number[], horizon: number): number[][] {
  const errors: number[][] = [];
  for (let start = Math.ceil(values.length / 2); start + WEEK <= values.length; start += STEP) {
    const days = Math.min(horizon, values.length - start);
    const said = method(values.slice(0, start), days);
    errors.push(said.map((value, day) => (values[start + day] ?? 0) - value));
  }
  return errors;
}

/** The sizes of errors as far ahead as a day, and up to three days about it: one day alone has few. */
function errorsAbout(errors: readonly (readonly number[])[], day: number): number[] {
  return errors.flatMap((trial) => trial.filter((_, at) => Math.abs(at - day) <= 3)).map(Math.abs);
}

function meanSize(errors: readonly (readonly number[])[]): number {
  const sizes = errors.flat().map(Math.abs);
  return sizes.reduce((sum, size) => sum + size, 0) / (sizes.length || 1);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** The smoothing that goes least wrong one day ahead. */
function bestSmoothing(values: readonly number[]): Smoothing {
  let best: Smoothing = { level: LEVELS[1], trend: TRENDS[0], season: SEASONS[1] };
  let least = Number.POSITIVE_INFINITY;
  for (const level of LEVELS)
    for (const trend of TRENDS)
      for (const season of SEASONS) {
        const { squares } = holtWinters(values, { level, trend, season }, 0);
        if (squares < least) [least, best] = [squares, { level, trend, season }];
      }
  return best;
}

function holtWinters(values: readonly number[], by: Smoothing, horizon: number): { ahead: number[]; squares: number } {
  const mean = values.slice(0, 2 * WEEK).reduce((sum, value) => sum + value, 0) / (2 * WEEK);
  const seasons = Array.from({ length: WEEK }, (_, day) => ((values[day] ?? 0) + (values[day + WEEK] ?? 0)) / 2 - mean);
  let [level, trend, squares] = [mean, 0, 0];
  for (const [at, value] of values.entries()) {
    const season = seasons[at % WEEK] ?? 0;
    const before = level + DAMPING * trend;
    // The first weeks set the season itself: what is said of them is no forecast.
    if (at >= 2 * WEEK) squares += (value - before - season) ** 2;
    const next = by.level * (value - season) + (1 - by.level) * before;
    trend = by.trend * (next - level) + (1 - by.trend) * DAMPING * trend;
    level = next;
    seasons[at % WEEK] = by.season * (value - level) + (1 - by.season) * season;
  }
  let damped = 0;
  const ahead = Array.from({ length: horizon }, (_, day) => {
    damped += DAMPING ** (day + 1);
    return level + damped * trend + (seasons[(values.length + day) % WEEK] ?? 0);
  });
  return { ahead, squares };
}
