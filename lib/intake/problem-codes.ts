import { excerpt, type Problem } from '@/lib/kernel/problem';

/** Every problem the intake can report; the sentence of each stands in the catalogue under `problem.<code>`. */
export const PROBLEM_CODES = [
  'file_broken_off',
  'file_too_large',
  'file_key_reused',
  'file_encoding',
  'file_nul',
  'file_empty',
  'file_without_records',
  'file_too_many_rows',
  'file_too_many_unreadable_rows',
  'file_record_too_long',
  'file_quote_unclosed',
  'file_line_ends',
  'file_json_too_large',
  'file_json_syntax',
  'file_json_depth',
  'file_json_root',
  'file_json_duplicate_key',
  'file_xml_syntax',
  'file_xml_cut_off',
  'file_xml_tag_mismatch',
  'file_xml_outside_root',
  'file_xml_doctype',
  'file_xml_entity',
  'file_xml_instruction',
  'file_xml_attribute_repeated',
  'file_xml_prefix',
  'file_xml_version',
  'file_xml_encoding',
  'file_xml_depth',
  'file_xml_attributes',
  'file_xml_name_too_long',
  'file_xml_token_too_long',
  'file_xml_record_too_long',
  'file_xml_root',
  'file_xml_unexpected',
  'file_xml_count',
  'header_delimiter',
  'header_too_many_columns',
  'header_name_blank',
  'header_name_too_long',
  'header_name_refused',
  'header_duplicate',
  'header_misspelt',
  'header_missing',
  'header_quotes',
  'column_unknown',
  'column_unmapped',
  'layout_decimal',
  'layout_date',
  'row_field_count',
  'row_quotes',
  'row_too_long',
  'row_json_syntax',
  'row_json_depth',
  'row_json_duplicate_key',
  'row_json_key_refused',
  'row_json_object_expected',
  'row_json_text_expected',
  'row_json_items_expected',
  'row_json_exponent',
  'row_json_nul',
  'row_json_surrogate',
  'row_xml_too_long',
  'row_xml_text_too_long',
  'row_xml_nodes',
  'row_xml_repeated',
  'row_xml_mixed',
  'row_xml_text_expected',
  'row_xml_item_expected',
  'row_xml_name_refused',
  'row_xml_parties',
  'row_xml_unit',
  'act_unknown',
  'act_target_unknown',
  'act_target_other',
  'act_decided',
  'act_withdrawn',
  'amend_sum',
  'amend_empty',
  'amend_removal',
  'amend_pointer',
  'cancel_not_taken',
  'cancel_on_hold',
  'cancel_question_open',
  'cancel_acted_on',
  'cancel_arrived',
  'row_too_many_fields',
  'rows_disagree',
  'several_records',
  'overtaken',
  'overtaken_withdrawn',
  'other_office',
  'record_too_long',
  'items_required',
  'items_too_many',
  'required',
  'too_long',
  'not_in_list',
  'country_unknown',
  'currency_unknown',
  'office_shape',
  'office_unknown',
  'decimal_shape',
  'decimal_digits',
  'decimal_scale',
  'decimal_negative',
  'decimal_zero',
  'decimal_too_large',
  'value_zero',
  'currency_required',
  'commodity_code_shape',
  'item_number_shape',
  'item_number_repeated',
  'instant_shape',
  'instant_out_of_range',
  's10_shape',
  's10_check_digit',
  'mrn_shape',
  'mrn_check_digit',
  'awb_check_digit',
  'scheme_shape',
  'scheme_intermediary',
  'url_shape',
  'email_shape',
  'phone_shape',
  'control_character',
  'line_break',
  'bidi_control',
  'invisible_character',
  'replacement_character',
  'surrounding_blank',
  'transaction_type_assumed',
  'field_missing',
  'one_of_missing',
  'regime_without_post',
  'mode_without_post',
  's10_without_post',
  's10_country_dispatch',
  's10_country_unknown',
  's10_service_unknown',
  'mrn_country_unknown',
  'mrn_year_ahead',
  'net_over_gross',
  'item_net_over_gross',
  'value_per_kg_absurd',
  'arrival_long_past',
  'arrival_far_ahead',
  'data_after_arrival',
  'data_late',
  'gift_with_trade',
  'gift_over_limit',
  'documents_over_limit',
  'h7_over_limit',
  'h7_excluded_goods',
  'scheme_over_limit',
  'scheme_excluded_goods',
  'scheme_collection',
  'sender_is_recipient',
  'amount_places',
  'quantity_fraction',
  'commodity_code_unknown',
  'description_stop_word',
  'description_stop_phrase',
  'description_vague',
  'party_stop_word',
  'postcode_shape',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

type Details = {
  readonly line?: number | undefined;
  readonly value?: string | undefined;
  readonly params?: Problem['params'] | undefined;
};

/** A problem whose severity is decided elsewhere, such as by the policy in force. */
export function problemOf(
  severity: Problem['severity'],
  code: ProblemCode,
  pointer: string,
  details: Details,
): Problem {
  return {
    code,
    severity,
    pointer,
    ...(details.line === undefined ? {} : { line: details.line }),
    ...(details.value === undefined ? {} : { value: excerpt(details.value) }),
    ...(details.params === undefined ? {} : { params: details.params }),
  };
}

/** A problem that refuses the record, row or file it stands in. */
export function fault(code: ProblemCode, pointer: string, details: Details = {}): Problem {
  return problemOf('error', code, pointer, details);
}

/** A transfer that ended before its body did; `announced` is null where its sender did not say how much it would be. Bytes. */
export function brokenOffAfter(arrived: number, announced: number | null): Problem {
  return fault('file_broken_off', '', { params: { arrivedBytes: arrived, announcedBytes: announced ?? 0 } });
}

/** A problem that is reported and does not refuse anything. */
export function warning(code: ProblemCode, pointer: string, details: Details = {}): Problem {
  return problemOf('warning', code, pointer, details);
}

/** Values that problems of earlier years were stored without. */
const SINCE_ADDED = { linesAfter: 0, lastLine: 0, quote: 'unknown' } as const;

/** Values for the sentence `problem.<code>`: `field`, `value`, `line` and whatever the problem carries. */
export function problemMessageValues(problem: Problem): Record<string, string | number> {
  const line = problem.line ?? 0;
  return { field: problem.pointer, value: problem.value ?? '', line, ...SINCE_ADDED, ...problem.params };
}
