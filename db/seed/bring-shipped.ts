import 'server-only';
import { inArray, sql } from 'drizzle-orm';
import { endParameters, type ParameterEnd } from '@/db/commands/policy/end-parameters';
import type { Tx } from '@/db/connection';
import { insertSet } from '@/db/insert-set';
import { parameters } from '@/db/schema';
import { addDays } from '@/lib/kernel/dates';
import type { PolicyParameter } from '@/lib/policy/parameter';
import type { StandingRow } from '@/lib/reference/row';
import { drawTimeline, type Piece } from '@/lib/reference/timeline';

type Row = typeof parameters.$inferSelect;

/** Since when what an installation begins with is known: whatever it is asked about, these rows were there. */
export const SINCE_EVER = new Date(0);

/** What a row says, as one value: a decision names its source and edition, so the same figure of another edition is another row. */
const said = ({ value, source, edition }: Pick<PolicyParameter, 'value' | 'source' | 'edition'>) => ({
  ...{ value, source, edition },
});
const isOwn = ({ loadId, changeId }: Row) => loadId !== null || changeId !== null;
const nameOf = ({ kind, key }: Pick<PolicyParameter, 'kind' | 'key'>) => `${kind}\n${key}`;

function byName<Of extends Pick<PolicyParameter, 'kind' | 'key'>>(rows: readonly Of[]): Map<string, Of[]> {
  const named = new Map<string, Of[]>();
  for (const row of rows) named.set(nameOf(row), [...(named.get(nameOf(row)) ?? []), row]);
  return named;
}

/** What we ship for one key from a day on, in order and without gaps: where nothing is said, nothing holds. */
function piecesFrom(shipped: readonly PolicyParameter[], day: string): Piece[] {
  const pieces: Piece[] = [];
  let next: string | null = day;
  const nothing = { value: null, source: '' };
  for (const row of [...shipped].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))) {
    if (next === null || (row.validTo !== null && row.validTo < next)) continue;
    const from: string = row.validFrom > next ? row.validFrom : next;
    if (from > next) pieces.push({ ...nothing, from: next, to: addDays(from, -1) });
    pieces.push({ from, to: row.validTo, value: said(row), source: '' });
    next = row.validTo === null ? null : addDays(row.validTo, 1);
  }
  return next === null ? pieces : [...pieces, { ...nothing, from: next, to: null }];
}

/** The rows that end and begin for one key; null where what stands says what we ship. */
function drawn(standing: readonly Row[], shipped: readonly PolicyParameter[], today: string) {
  const rows = standing.map((row) => ({ ...row, rowKind: row.kind, value: said(row), source: '' }));
  // The timeline looks at days, revisions and values, whatever the kind.
  const { begin, end, firstDifference } = drawTimeline(rows as unknown as StandingRow[], piecesFrom(shipped, today));
  return firstDifference === null ? null : { begin, end };
}

/**
 * Brings the parameters we ship. Keys a database has none of come as they are; where it has those of an earlier version, what we ship
 * now holds from `today` on: a row that changed ends the day before, and what was decided until then still rests on it. A kind with a
 * list that the administration loaded and a key that it changed are its own and left alone. What changes is known from `at` on. Gives the
 * number of keys that changed.
 */
export async function bringShipped(
  tx: Tx,
  shipped: readonly PolicyParameter[],
  today: string,
  at = new Date(),
): Promise<number> {
  const kinds = [...new Set(shipped.map(({ kind }) => kind))];
  const rows = await tx.select().from(parameters).where(inArray(parameters.kind, kinds));
  const loaded = new Set(rows.filter(({ loadId }) => loadId !== null).map(({ kind }) => kind));
  const standing = byName(rows.filter(({ kind }) => !loaded.has(kind)));
  const ours = byName(shipped.filter(({ kind }) => !loaded.has(kind)));
  const begun: Row[] = [];
  const ended: ParameterEnd[] = [];
  const add = (row: Pick<Row, 'validFrom' | 'validTo' | 'revision'> & PolicyParameter, recordedAt: Date) =>
    begun.push({ ...row, loadId: null, changeId: null, recordedAt });
  for (const [name, news] of ours) {
    if (!standing.has(name)) for (const row of news) add({ ...row, revision: 0 }, SINCE_EVER);
  }
  let changed = 0;
  for (const [name, old] of standing) {
    const plan = old.some(isOwn) ? null : drawn(old, ours.get(name) ?? [], today);
    if (plan === null) continue;
    const [kind = '', key = ''] = name.split('\n');
    changed += 1;
    for (const { row, validTo } of plan.end) {
      ended.push({ kind, key, validFrom: row.validFrom, revision: row.revision, validTo });
    }
    for (const { value, validFrom, validTo, revision } of plan.begin) {
      add({ ...(value as ReturnType<typeof said>), kind, key, validFrom, validTo, revision }, at);
    }
  }
  await endParameters(tx, ended, at);
  // Two processes that start at once ship the same.
  await insertSet(tx, parameters, begun, sql`on conflict do nothing`);
  return changed;
}
