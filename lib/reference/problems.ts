import { excerpt, type Problem } from '@/lib/kernel/problem';

/** What a file of reference data can have wrong with it as a whole or in a row; sentences under `reference.problem`. */
export const REFERENCE_FAULTS = [
  'layout_unknown',
  'series_required',
  'series_unknown',
  'file_empty',
  'file_without_rows',
  'row_field_count',
  'row_quotes',
  'required',
  'shape',
  'too_long',
  'level_wrong',
  'parent_wrong',
  'not_in_list',
  'decimal',
  'decimal_places',
  'day',
  'period',
  'history',
  'base_currency',
  'base_missing',
  'quotation_unclear',
  'pattern_unreadable',
  'pattern_costly',
  'key_repeated',
  'value_unusable',
] as const;

/** What is kept or left aside although nothing is wrong with it: reported, so that nobody takes it for something that acts. */
export const REFERENCE_NOTES = [
  'not_ad_valorem',
  'rates_differ',
  'no_rate',
  'expired',
  'special_code',
  'rate_without_goods',
  'tax_unknown',
  'has_subdivisions',
  'part_of_country',
  'before_redenomination',
  'outside_territory',
  'to_be_removed',
  'not_a_party',
  'disabled',
  'without_effect',
  'no_minor_unit',
  'not_confirmed',
  'pattern_other_scripts',
  'quoted_per_unit',
] as const;

export type ReferenceFault = (typeof REFERENCE_FAULTS)[number];
export type ReferenceNote = (typeof REFERENCE_NOTES)[number];

type Details = { readonly line?: number; readonly value?: string; readonly params?: Problem['params'] };

function problemOf(severity: Problem['severity'], code: string, pointer: string, details: Details): Problem {
  const { value } = details;
  return { code, severity, pointer, ...details, ...(value === undefined ? {} : { value: excerpt(value) }) };
}

/** A fault that refuses the row, or the file where it has no line. */
export function refusal(code: ReferenceFault, pointer: string, details: Details = {}): Problem {
  return problemOf('error', code, pointer, details);
}

/** A remark: the row is left aside, or kept and without effect. */
export function remark(code: ReferenceNote, pointer: string, details: Details = {}): Problem {
  return problemOf('warning', code, pointer, details);
}
