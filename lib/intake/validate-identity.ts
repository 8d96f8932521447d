import type { ConsignmentColumn } from '@/lib/consignment/columns';
import { OFFICE_CODE } from '@/lib/consignment/office-code';
import { isSchemeNumber } from '@/lib/consignment/scheme-number';
import { DAY_MS, parseInstant } from '@/lib/kernel/dates';
import type { VendorScheme } from '@/lib/policy/policy';
import type { FieldReader } from './field-reader';
import { AWB_SHAPE, awbCheckDigit, MRN_SHAPE, mrnCheckDigit, S10_SHAPE, s10CheckDigit } from './identifiers';

type Reader = FieldReader<ConsignmentColumn>;

const ARRIVAL_WINDOW_DAYS = 366;

/** The partner's reference: 1 to 35 characters, none of them invisible, because two that look alike must be alike. */
export function readReference(reader: Reader): string {
  const before = reader.problems.length;
  const value = reader.text('reference', 35) ?? '';
  const doubtful = reader.problems
    .slice(before)
    .find((problem) => problem.severity === 'warning' && problem.code !== 'surrounding_blank');
  if (doubtful) reader.fault('control_character', 'reference', value, doubtful.params);
  return value;
}

/** Postal identifier; a wrong check digit refuses (UPU standard S10). */
export function readS10(reader: Reader): string | null {
  const value = reader.raw('s10_id');
  if (value === null) return null;
  const match = S10_SHAPE.exec(value);
  if (!match) {
    reader.fault('s10_shape', 's10_id', value);
    return null;
  }
  const expected = s10CheckDigit(match[1] ?? '');
  if (String(expected) !== match[2]) reader.fault('s10_check_digit', 's10_id', value, { expected });
  return value;
}

/** Movement reference number; shape and check digit are reported only, since real ones exist that break them. */
export function readMrn(reader: Reader): string | null {
  const value = reader.text('mrn', 35);
  if (value === null) return null;
  if (!MRN_SHAPE.test(value)) reader.warn('mrn_shape', 'mrn', value);
  else if (String(mrnCheckDigit(value)) !== value.slice(-1))
    reader.warn('mrn_check_digit', 'mrn', value, { expected: mrnCheckDigit(value) });
  return value;
}

/** House or master transport document; where it looks like an air waybill, its check digit is verified and reported. */
export function readTransportReference(reader: Reader, column: 'house_ref' | 'master_ref'): string | null {
  const value = reader.text(column, 70);
  const match = value === null ? null : AWB_SHAPE.exec(value);
  if (value !== null && match && column === 'master_ref') {
    const expected = awbCheckDigit(match[1] ?? '');
    if (String(expected) !== match[2]) reader.warn('awb_check_digit', column, value, { expected });
  }
  return value;
}

/** Number of a vendor scheme such as IOSS; its shape is reported only, its status is a matter of assessment. */
export function readScheme(reader: Reader, scheme: VendorScheme): string | null {
  const value = reader.text('scheme_id', 35);
  if (value === null) return null;
  if (value.startsWith(scheme.intermediaryPrefix)) reader.warn('scheme_intermediary', 'scheme_id', value);
  else if (!isSchemeNumber(value, scheme)) reader.warn('scheme_shape', 'scheme_id', value);
  return value;
}

/** Offices named in one sentence; more would bury it. */
const OFFICES_NAMED = 10;

/** Characters two codes have in the same place; those they begin with in common, country first, count most. */
function likeness(a: string, b: string): number {
  let same = 0;
  let isBeginning = true;
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    isBeginning = isBeginning && a[at] === b[at];
    if (a[at] === b[at]) same += isBeginning ? 10 : 1;
  }
  return same;
}

/** The offices most like a code nobody knows, and of how many. */
export function offeredFor(value: string, offices: ReadonlySet<string>): string {
  const nearest = [...offices]
    .map((office) => ({ office, likeness: likeness(office, value) }))
    .sort((a, b) => b.likeness - a.likeness || (a.office < b.office ? -1 : 1))
    .slice(0, OFFICES_NAMED)
    .map(({ office }) => office);
  return offices.size > OFFICES_NAMED
    ? `Nearest of the ${offices.size} known are: ${nearest.join(', ')}.`
    : `Known are: ${nearest.join(', ')}.`;
}

/** Customs office by UN/LOCODE, one of those we know. */
export function readOffice(reader: Reader, offices: ReadonlySet<string>): string {
  const value = reader.raw('office') ?? '';
  if (value === '') return value;
  if (!OFFICE_CODE.test(value)) reader.fault('office_shape', 'office', value);
  else if (!offices.has(value)) reader.fault('office_unknown', 'office', value, { known: offeredFor(value, offices) });
  return value;
}

/** Expected arrival: an instant with zone, within a year of now either way; null where it is none. */
export function readArrival(reader: Reader, now: Date): Date | null {
  const value = reader.raw('expected_arrival_at');
  if (value === null) return null;
  const instant = value.length > 40 ? null : parseInstant(value);
  if (!instant) reader.fault('instant_shape', 'expected_arrival_at', value);
  else if (Math.abs(instant.getTime() - now.getTime()) > ARRIVAL_WINDOW_DAYS * DAY_MS)
    reader.fault('instant_out_of_range', 'expected_arrival_at', value, { days: ARRIVAL_WINDOW_DAYS });
  return instant;
}
