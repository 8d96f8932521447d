/**
 * Figures and instants as people read them. The calendar and the digits are fixed: another locale must not
 * turn a record's date into another year or a figure into digits that a declaration does not use.
 */
const FIXED = { numberingSystem: 'latn' } as const;

/** Making a formatter costs a hundred times what using it does, and tables use one in every row: each is made once. */
const made = { number: new Map<string, Intl.NumberFormat>(), instant: new Map<string, Intl.DateTimeFormat>() };

function numberFormat(locale: string, style: 'decimal' | 'percent', digits?: number): Intl.NumberFormat {
  const key = `${locale} ${style} ${digits}`;
  let format = made.number.get(key);
  if (!format) {
    const fraction =
      digits === undefined
        ? { maximumFractionDigits: 6 }
        : { minimumFractionDigits: digits, maximumFractionDigits: digits };
    format = new Intl.NumberFormat(locale, { ...FIXED, style, ...fraction });
    made.number.set(key, format);
  }
  return format;
}

/** A decimal text or number, grouped: `1,234.50`. Digits of a decimal text are kept exactly. */
export function formatDecimal(locale: string, value: string | number | bigint, digits?: number): string {
  return numberFormat(locale, 'decimal', digits).format(value as number | bigint | `${number}`);
}

/** A decimal text with a fraction, as amounts of money are written. */
const AMOUNT = /^-?\d+\.\d+$/;

/** The values of a sentence with their amounts grouped, digits kept: `1056.57` becomes `1,056.57`. Codes and counts stay. */
export function groupDecimals<Value>(
  locale: string,
  values: Readonly<Record<string, Value>>,
): Record<string, Value | string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && AMOUNT.test(value)
        ? formatDecimal(locale, value, value.split('.')[1]?.length)
        : value,
    ]),
  );
}

const BYTE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** A size in decimal units with at most one digit after the point: `512 B`, `1.4 kB`. */
export function formatBytes(locale: string, bytes: number): string {
  const rounded = (value: number) => Math.round(value * 10) / 10;
  let size = bytes;
  let unit = 0;
  while (rounded(size) >= 1_000 && unit < BYTE_UNITS.length - 1) {
    size /= 1_000;
    unit += 1;
  }
  return `${formatDecimal(locale, unit === 0 ? size : rounded(size))}\u00a0${BYTE_UNITS[unit]}`;
}

/** Few digits for axes and tiles: `1.2m`. */
export function formatCompact(locale: string, value: number): string {
  return new Intl.NumberFormat(locale, { ...FIXED, notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

/** A ratio of 0 to 1 in per cent. */
export function formatPercent(locale: string, ratio: number, digits = 1): string {
  return numberFormat(locale, 'percent', digits).format(ratio);
}

export type InstantShow = 'datetime' | 'seconds' | 'date' | 'time';
const TO_THE_MINUTE = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
} as const;
const SHOWN = {
  datetime: TO_THE_MINUTE,
  seconds: { ...TO_THE_MINUTE, second: '2-digit' },
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
  axisDay: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
} as const satisfies Record<InstantShow | 'axisDay' | 'month', Intl.DateTimeFormatOptions>;

function instantFormat(locale: string, show: keyof typeof SHOWN): Intl.DateTimeFormat {
  const key = `${locale} ${show}`;
  let format = made.instant.get(key);
  if (!format) {
    const fixed = { ...FIXED, calendar: 'gregory', timeZone: 'UTC', hourCycle: 'h23' } as const;
    format = new Intl.DateTimeFormat(locale, { ...fixed, ...SHOWN[show] });
    made.instant.set(key, format);
  }
  return format;
}

/** An instant in UTC on a 24-hour clock, named as such: `24 Nov 2026, 14:05 UTC`. */
export function formatInstant(locale: string, at: Date, show: InstantShow): string {
  return instantFormat(locale, show).format(at);
}

/** The month a day `YYYY-MM-DD` lies in: `Nov 2026`. */
export function formatMonth(locale: string, day: string): string {
  return instantFormat(locale, 'month').format(new Date(`${day}T00:00:00Z`));
}

/** Days `YYYY-MM-DD` one after the other, the first ones by name and the others by their number: `3 Nov, 4 Nov, +5`. */
export function formatDays(locale: string, days: readonly string[], most = 10): string {
  const told = days.slice(0, most).map((day) => formatAxisDay(locale, day));
  return [...told, ...(days.length > most ? [`+${days.length - most}`] : [])].join(', ');
}

/** A day `YYYY-MM-DD` short enough for an axis: `24 Nov`. */
export function formatAxisDay(locale: string, day: string): string {
  return instantFormat(locale, 'axisDay').format(new Date(`${day}T00:00:00Z`));
}
