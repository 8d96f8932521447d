import { CONSIGNMENT_COLUMNS, type SentItem, type SentRecord } from '@/lib/consignment/columns';
import type { Problem } from '@/lib/kernel/problem';
import { MAX_ASSEMBLED_CHARS, MAX_ITEMS } from './limits';
import { fault } from './problem-codes';
import type { Places, SentAct, StagedContent, StagedRow } from './staged-row';

export type AssembledRecord =
  | {
      readonly ok: true;
      readonly sent: SentRecord;
      /** Where the fields stood, for formats that tell. */
      readonly places?: Places;
      /** What the message does to an earlier consignment; absent where it lodges one. */
      readonly act?: SentAct;
    }
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      /** The office that every row names that could be read. */
      readonly office?: string;
    };

type Part = Pick<StagedContent, 'places' | 'act'> & { readonly line: number; readonly sent: SentRecord };

function disagreements(first: Part, other: Part): Problem[] {
  return CONSIGNMENT_COLUMNS.flatMap((column) => {
    const expected = first.sent[column];
    const found = other.sent[column];
    if (expected === found) return [];
    return [
      fault('rows_disagree', column, {
        line: other.line,
        value: found ?? '',
        params: { firstLine: first.line, firstValue: (expected ?? '').slice(0, 200) },
      }),
    ];
  });
}

/** Unknown columns of several rows: one name where all rows agree, else one per item (`items.2.colour`). */
function unknownOf(parts: readonly Part[]): Record<string, string> {
  const names = new Set(parts.flatMap((part) => Object.keys(part.sent.unknown ?? {})));
  const pairs: [string, string][] = [];
  for (const name of names) {
    const values = parts.map((part) => part.sent.unknown?.[name]);
    const [first] = values;
    if (first !== undefined && values.every((value) => value === first)) pairs.push([name, first]);
    else
      for (const [index, value] of values.entries())
        if (value !== undefined) pairs.push([`items.${index}.${name}`, value]);
  }
  return Object.fromEntries(pairs);
}

function merged(parts: readonly Part[], first: Part): SentRecord {
  if (parts.length === 1) return first.sent;
  const items: SentItem[] = parts.flatMap((part) => part.sent.items);
  const { items: _items, unknown: _unknown, ...consignment } = first.sent;
  const unknown = unknownOf(parts);
  return { ...consignment, items, ...(Object.keys(unknown).length > 0 ? { unknown } : {}) };
}

/**
 * One record from its rows: a single row of JSON or NDJSON, or the CSV rows of one reference in any order. Items stand in
 * the order of their lines. Rows that differ in a consignment column are named with both lines and values; a row that could
 * not be read refuses the record, because a consignment must not lose an item.
 */
export function assembleRecord(rows: readonly StagedRow[]): AssembledRecord {
  const ordered = [...rows].sort((a, b) => a.line - b.line);
  const line = ordered[0]?.line;
  const chars = ordered.reduce((sum, row) => sum + row.content.length, 0);
  if (chars > MAX_ASSEMBLED_CHARS)
    return { ok: false, problems: [fault('record_too_long', '', { line, params: { limit: MAX_ASSEMBLED_CHARS } })] };
  const problems: Problem[] = [];
  const parts: Part[] = [];
  for (const row of ordered) {
    problems.push(...row.problems);
    const content: StagedContent | null = JSON.parse(row.content);
    if (!content) continue;
    const { places, act, ...sent } = content;
    parts.push({ line: row.line, sent, ...(places ? { places } : {}), ...(act ? { act } : {}) });
  }
  const [first] = parts;
  if (!first)
    return { ok: false, problems: problems.length > 0 ? problems : [fault('items_required', 'items', { line })] };
  for (const part of parts) if (part !== first) problems.push(...disagreements(first, part));
  const sent = merged(parts, first);
  if (sent.items.length > MAX_ITEMS)
    problems.push(fault('items_too_many', 'items', { line, params: { found: sent.items.length, limit: MAX_ITEMS } }));
  if (problems.length > 0) {
    const { office } = first.sent;
    const isAgreed = office !== undefined && parts.every((part) => part.sent.office === office);
    return { ok: false, problems, ...(isAgreed ? { office } : {}) };
  }
  return {
    ok: true,
    sent,
    ...(first.places ? { places: first.places } : {}),
    ...(first.act ? { act: first.act } : {}),
  };
}
