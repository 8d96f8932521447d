import { isLosslessNumber, parse, stringify } from 'lossless-json';
import { CONSIGNMENT_COLUMNS, ITEM_COLUMNS, type SentItem, type SentRecord } from '@/lib/consignment/columns';
import type { Problem } from '@/lib/kernel/problem';
import { MAX_COLUMNS, MAX_ITEMS } from './limits';
import { fault } from './problem-codes';

/** An object of parsed JSON: own keys only, numbers still the text that was sent. */
export type JsonObject = ReadonlyMap<string, unknown>;

/** Own keys of a parsed object; null for anything else. A Map has no inherited names to confuse with sent ones. */
export function jsonObject(value: unknown): JsonObject | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || isLosslessNumber(value)) return null;
  return new Map(Object.entries(value));
}

/** Parses JSON without losing a digit. @throws SyntaxError at malformed text. */
export function parseLossless(text: string): unknown {
  return parse(text);
}

/** Text of a scalar as sent: strings as they are, numbers by their lexeme. Null, absent and empty are null. */
export function scalarText(value: unknown, pointer: string, line: number, problems: Problem[]): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') {
    if (value.includes('\0')) problems.push(fault('row_json_nul', pointer, { line }));
    else if (/\p{Surrogate}/u.test(value)) problems.push(fault('row_json_surrogate', pointer, { line }));
    else return value;
    return null;
  }
  if (isLosslessNumber(value)) {
    const lexeme = value.toString();
    if (!/[eE]/.test(lexeme)) return lexeme;
    problems.push(fault('row_json_exponent', pointer, { line, value: lexeme }));
    return null;
  }
  problems.push(fault('row_json_text_expected', pointer, { line, value: stringify(value) ?? '' }));
  return null;
}

const CONSIGNMENT = new Set<string>(CONSIGNMENT_COLUMNS);
const ITEM = new Set<string>(ITEM_COLUMNS);

type Unknown = Map<string, string>;

function fieldsOf(
  source: JsonObject,
  known: ReadonlySet<string>,
  prefix: string,
  line: number,
  problems: Problem[],
  unknown: Unknown,
): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [key, value] of source) {
    if (prefix === '' && key === 'items') continue;
    const pointer = `${prefix}${key}`;
    const nested = typeof value === 'object' && value !== null && !isLosslessNumber(value);
    if (known.has(key)) {
      const text = scalarText(value, pointer, line, problems);
      if (text !== null) fields[key] = text;
    } else {
      const sent = nested || typeof value === 'boolean' ? (stringify(value) ?? '') : value;
      const text = scalarText(sent, pointer, line, problems);
      if (text !== null) unknown.set(pointer, text);
    }
  }
  return fields;
}

/** One element of a JSON list, or one NDJSON line, as a SentRecord; keys are those of the record, goods items under `items`. */
export function sentFromJson(
  value: unknown,
  line: number,
): { readonly sent: SentRecord; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const unknown: Unknown = new Map();
  const source = jsonObject(value);
  if (!source) return { sent: { items: [] }, problems: [fault('row_json_object_expected', '', { line })] };
  if (source.size > MAX_COLUMNS)
    problems.push(fault('row_too_many_fields', '', { line, params: { found: source.size, limit: MAX_COLUMNS } }));
  const consignment = fieldsOf(source, CONSIGNMENT, '', line, problems, unknown);
  const list = source.get('items') ?? [];
  const items: SentItem[] = [];
  if (!Array.isArray(list)) problems.push(fault('row_json_items_expected', 'items', { line }));
  else if (list.length > MAX_ITEMS)
    problems.push(fault('items_too_many', 'items', { line, params: { found: list.length, limit: MAX_ITEMS } }));
  else
    for (const [index, entry] of list.entries()) {
      const item = jsonObject(entry);
      if (!item) problems.push(fault('row_json_object_expected', `items.${index}`, { line }));
      else if (item.size > MAX_COLUMNS)
        problems.push(
          fault('row_too_many_fields', `items.${index}`, { line, params: { found: item.size, limit: MAX_COLUMNS } }),
        );
      else items.push(fieldsOf(item, ITEM, `items.${index}.`, line, problems, unknown));
    }
  const sent = { ...consignment, items, ...(unknown.size > 0 ? { unknown: Object.fromEntries(unknown) } : {}) };
  return { sent, problems };
}
