import type { ElementReader, Found } from './element-reader';

/** Digits of a date by its UN/EDIFACT 2379 format code, and whether a zone follows. */
const FORMATS: ReadonlyMap<string, { readonly digits: 8 | 12 | 14; readonly isZoned: boolean }> = new Map([
  ['102', { digits: 8, isZoned: false }],
  ['203', { digits: 12, isZoned: false }],
  ['204', { digits: 14, isZoned: false }],
  ['205', { digits: 12, isZoned: true }],
  ['303', { digits: 12, isZoned: true }],
  ['304', { digits: 14, isZoned: true }],
]);
const ZONE = /^(?:Z|([+-])(\d{2}):?(\d{2})?)$/;

function zoneOf(text: string): string | null {
  const match = ZONE.exec(text);
  if (!match) return null;
  return match[1] === undefined ? 'Z' : `${match[1]}${match[2]}:${match[3] ?? '00'}`;
}

/**
 * A date of the WCO Data Model in ISO 8601, as exact as it was sent: `20250731112200+01` under format code 304 is
 * `2025-07-31T11:22:00+01:00`. Codes without time or zone give a date without them, which validation then refuses where an
 * instant is needed; a text that does not follow its code passes as sent.
 */
export function isoOf(text: string, formatCode: string): string {
  const format = FORMATS.get(formatCode);
  const match = format ? /^(\d+)(.*)$/.exec(text) : null;
  const [, digits = '', tail = ''] = match ?? [];
  if (!format || digits.length !== format.digits) return text;
  const zone = format.isZoned ? zoneOf(tail) : tail === '' ? '' : null;
  if (zone === null) return text;
  const part = (from: number, to: number) => digits.slice(from, to);
  const day = `${part(0, 4)}-${part(4, 6)}-${part(6, 8)}`;
  if (format.digits === 8) return day;
  return `${day}T${part(8, 10)}:${part(10, 12)}:${part(12, 14) || '00'}${zone}`;
}

/** An instant element: the text itself, or a DateTimeString inside, with its `formatCode`. */
export function wcoInstant(element: ElementReader | undefined): Found | undefined {
  if (!element) return undefined;
  const inner = element.one('DateTimeString') ?? element;
  const code = inner.attribute('formatCode');
  const found = inner.own();
  return found && { ...found, value: code ? isoOf(found.value, code.value) : found.value };
}
