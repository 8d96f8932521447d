import { addDays } from '@/lib/kernel/dates';
import { type RowValue, type StandingRow, valueText } from './row';

/** A value from one day to another, both included, and who says so; null as value: nothing holds. */
export type Piece = {
  readonly from: string;
  readonly to: string | null;
  readonly value: RowValue | null;
  readonly source: string;
};

type Begun = {
  readonly validFrom: string;
  readonly revision: number;
  readonly validTo: string | null;
  readonly value: RowValue;
  readonly continues: StandingRow | null;
};
type Difference = { readonly from: string; readonly before: RowValue | null; readonly after: RowValue | null };

export type Drawn = {
  readonly begin: readonly Begun[];
  readonly end: readonly { readonly row: StandingRow; readonly validTo: string }[];
  /** The first day something else holds, or the same by another source; null where nothing changes. */
  readonly firstDifference: Difference | null;
};

type Span = { from: string; to: string | null; value: RowValue; source: string; row: StandingRow | null };
type Said = Pick<Span, 'value' | 'source'>;

const LAST_DAY = '9999-12-31';
const endOf = (to: string | null): string => to ?? LAST_DAY;
const isEmpty = (from: string, to: string | null): boolean => to !== null && to < from;

/** What is left of a span where the pieces do not cover it. Pieces stand in order and apart. */
function uncovered(span: Span, pieces: readonly Piece[]): Span[] {
  const left: Span[] = [];
  let from = span.from;
  for (const piece of pieces) {
    if (piece.from > endOf(span.to) || from > endOf(span.to)) break;
    if (endOf(piece.to) < from) continue;
    if (from < piece.from) left.push({ ...span, from, to: addDays(piece.from, -1) });
    if (piece.to === null) return left;
    from = addDays(piece.to, 1);
  }
  if (from <= endOf(span.to)) left.push({ ...span, from });
  return left;
}

/** The spans with pieces laid over them, in order. */
function lay(spans: readonly Span[], pieces: readonly Piece[]): readonly Span[] {
  const laid = pieces.flatMap(({ value, ...piece }) => (value === null ? [] : [{ ...piece, value, row: null }]));
  return [...spans.flatMap((span) => uncovered(span, pieces)), ...laid].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** A decision names its source: the same figure in another list is another row. */
const same = (a: Said, b: Said): boolean => a.source === b.source && valueText(a.value) === valueText(b.value);

/** Neighbours of the file with one value are one span. */
function joined(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans) {
    const last = out.at(-1);
    const touches = last?.to !== null && last !== undefined && addDays(last.to, 1) === span.from;
    if (last && touches && last.row === null && span.row === null && same(last, span)) last.to = span.to;
    else out.push({ ...span });
  }
  return out;
}

/** The last day until which spans that follow each other without a gap say what the row says, from its first day on; null for none. */
function heldUntil(spans: readonly Span[], row: StandingRow): string | null {
  let day = row.validFrom;
  let reached: string | null = null;
  for (const span of spans) {
    if (endOf(span.to) < day) continue;
    if (span.from > day || !same(span, row)) break;
    reached = endOf(span.to);
    if (reached >= endOf(row.validTo)) return endOf(row.validTo);
    day = addDays(reached, 1);
  }
  return reached;
}

/** The pieces that say something new. Both stand in order, so each is looked at where the one before it ended. */
function news(spans: readonly Span[], pieces: readonly Piece[]): readonly Piece[] {
  let at = 0;
  return pieces.filter(({ from, to, value, source }) => {
    while (at < spans.length && endOf(spans[at]?.to ?? null) < from) at += 1;
    if (value === null) return true;
    let day = from;
    for (let index = at; index < spans.length; index += 1) {
      const span = spans[index];
      if (!span || span.from > day || !same(span, { value, source })) return true;
      if (endOf(span.to) >= endOf(to)) return false;
      day = addDays(endOf(span.to), 1);
    }
    return true;
  });
}

/** As far as the new spans say what a row says from its first day on, the row itself goes on saying it. */
function restored(spans: readonly Span[], rows: readonly StandingRow[]): readonly Span[] {
  let out = spans;
  for (const row of rows) {
    if (out.some((span) => span.row === row && span.from === row.validFrom && span.to === row.validTo)) continue;
    const until = heldUntil(out, row);
    if (until === null) continue;
    const to = until === LAST_DAY ? null : until;
    out = lay(out, [{ from: row.validFrom, to, value: row.value, source: row.source }]).map((span) =>
      span.from === row.validFrom && span.to === to ? { ...span, row } : span,
    );
  }
  return out;
}

function saidOn(spans: readonly Span[], day: string): Said | null {
  return spans.find((span) => span.from <= day && endOf(span.to) >= day) ?? null;
}

function firstDifference(before: readonly Span[], after: readonly Span[]): Difference {
  const days = [...before, ...after].flatMap(({ from, to }) => (to === null ? [from] : [from, addDays(to, 1)])).sort();
  for (const from of days) {
    const [was, is] = [saidOn(before, from), saidOn(after, from)];
    if (was === null && is === null) continue;
    if (!was || !is || valueText(was.value) !== valueText(is.value))
      return { from, before: was?.value ?? null, after: is?.value ?? null };
    if (was.source !== is.source)
      return { from, before: { ...was.value, source: was.source }, after: { ...is.value, source: is.source } };
  }
  return { from: days[0] ?? LAST_DAY, before: null, after: null };
}

/**
 * Lays pieces, in order and apart, over the rows of one key and says which rows end, and which begin. Rows never overlap, before and after. A row
 * that is covered from its own first day on ends the day before it: it stays to be read, and never acts again.
 */
export function drawTimeline(rows: readonly StandingRow[], pieces: readonly Piece[]): Drawn {
  const acting = rows.filter((row) => !isEmpty(row.validFrom, row.validTo));
  const before: readonly Span[] = acting
    .map((row) => ({ from: row.validFrom, to: row.validTo, value: row.value, source: row.source, row }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const fresh = news(before, pieces);
  if (fresh.length === 0) return { begin: [], end: [], firstDifference: null };
  const after = restored(joined(lay(before, fresh)), acting);
  const end: { row: StandingRow; validTo: string }[] = [];
  const begin: Begun[] = [];
  const revisionOn = (day: string) =>
    Math.max(-1, ...rows.filter((row) => row.validFrom === day).map((row) => row.revision));
  for (const row of acting) {
    const stays = after.find((span) => span.row === row && span.from === row.validFrom);
    const validTo = stays ? stays.to : addDays(row.validFrom, -1);
    if (validTo !== null && validTo !== row.validTo) end.push({ row, validTo });
  }
  for (const { from, to, value, row } of after) {
    if (row !== null && from === row.validFrom) continue;
    begin.push({ validFrom: from, revision: revisionOn(from) + 1, validTo: to, value, continues: row });
  }
  const changes = begin.length > 0 || end.length > 0;
  return { begin, end, firstDifference: changes ? firstDifference(before, after) : null };
}
