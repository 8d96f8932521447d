import type { QualityDimension } from '@/lib/consignment/codes';
import type { ProblemCode } from '@/lib/intake/problem-codes';

/** Problems of files, headers and rows: what cannot be read is not valid. */
const UNREADABLE = /^(?:file|header|row|rows|column|record|items)_/;

/** The dimension of every finding about a field or between fields. */
const BY_CODE = {
  required: 'completeness',
  field_missing: 'completeness',
  one_of_missing: 'completeness',
  currency_required: 'completeness',
  transaction_type_assumed: 'completeness',
  too_long: 'validity',
  not_in_list: 'validity',
  country_unknown: 'validity',
  currency_unknown: 'validity',
  office_shape: 'validity',
  office_unknown: 'validity',
  layout_decimal: 'validity',
  layout_date: 'validity',
  decimal_shape: 'validity',
  decimal_digits: 'validity',
  decimal_scale: 'validity',
  decimal_negative: 'validity',
  decimal_zero: 'validity',
  decimal_too_large: 'validity',
  commodity_code_shape: 'validity',
  commodity_code_unknown: 'validity',
  item_number_shape: 'validity',
  item_number_repeated: 'validity',
  instant_shape: 'validity',
  instant_out_of_range: 'validity',
  s10_shape: 'validity',
  s10_check_digit: 'validity',
  s10_country_unknown: 'validity',
  s10_service_unknown: 'validity',
  mrn_shape: 'validity',
  mrn_check_digit: 'validity',
  mrn_country_unknown: 'validity',
  mrn_year_ahead: 'validity',
  awb_check_digit: 'validity',
  scheme_shape: 'validity',
  scheme_intermediary: 'validity',
  url_shape: 'validity',
  email_shape: 'validity',
  phone_shape: 'validity',
  postcode_shape: 'validity',
  control_character: 'validity',
  line_break: 'validity',
  bidi_control: 'validity',
  invisible_character: 'validity',
  replacement_character: 'validity',
  surrounding_blank: 'validity',
  amount_places: 'validity',
  several_records: 'validity',
  act_unknown: 'validity',
  amend_sum: 'validity',
  amend_removal: 'validity',
  amend_pointer: 'validity',
  regime_without_post: 'consistency',
  mode_without_post: 'consistency',
  s10_without_post: 'consistency',
  s10_country_dispatch: 'consistency',
  net_over_gross: 'consistency',
  item_net_over_gross: 'consistency',
  gift_with_trade: 'consistency',
  gift_over_limit: 'consistency',
  documents_over_limit: 'consistency',
  h7_over_limit: 'consistency',
  h7_excluded_goods: 'consistency',
  scheme_over_limit: 'consistency',
  scheme_excluded_goods: 'consistency',
  scheme_collection: 'consistency',
  act_target_unknown: 'consistency',
  act_target_other: 'consistency',
  act_decided: 'consistency',
  act_withdrawn: 'consistency',
  amend_empty: 'consistency',
  cancel_not_taken: 'consistency',
  cancel_on_hold: 'consistency',
  cancel_question_open: 'consistency',
  cancel_acted_on: 'consistency',
  cancel_arrived: 'timeliness',
  value_zero: 'plausibility',
  value_per_kg_absurd: 'plausibility',
  quantity_fraction: 'plausibility',
  sender_is_recipient: 'plausibility',
  description_stop_word: 'plausibility',
  description_stop_phrase: 'plausibility',
  description_vague: 'plausibility',
  party_stop_word: 'plausibility',
  party_stop_phrase: 'plausibility',
  arrival_long_past: 'timeliness',
  arrival_far_ahead: 'timeliness',
  data_after_arrival: 'timeliness',
  data_late: 'timeliness',
  overtaken: 'timeliness',
  overtaken_withdrawn: 'timeliness',
  other_office: 'timeliness',
} as const satisfies Partial<Record<ProblemCode, QualityDimension>>;

const DIMENSIONS: ReadonlyMap<string, QualityDimension> = new Map(Object.entries(BY_CODE));

/** On which side a finding makes data worse. */
export function dimensionOf(code: string): QualityDimension {
  return DIMENSIONS.get(code) ?? 'validity';
}

/** Whether a code is of a field or between fields, or of how the file is written. */
export function isPlaced(code: string): boolean {
  return DIMENSIONS.has(code) || UNREADABLE.test(code);
}

/** Findings that an indicator of its own weighs, or that the missing-data indicator finds by itself: no risk is counted twice. */
const WEIGHED_ELSEWHERE: ReadonlySet<string> = new Set<ProblemCode>([
  'field_missing',
  'one_of_missing',
  'transaction_type_assumed',
  'item_net_over_gross',
  'value_per_kg_absurd',
  's10_country_dispatch',
  'gift_with_trade',
  'scheme_over_limit',
  'scheme_excluded_goods',
  'description_stop_word',
  'description_stop_phrase',
  'description_vague',
  'party_stop_word',
]);

/** Whether a doubt of the intake counts for the missing-data indicator. */
export function isDoubt(code: string): boolean {
  return !WEIGHED_ELSEWHERE.has(code);
}
