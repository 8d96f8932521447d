import { addDays } from '@/lib/kernel/dates';
import { sha256Hex } from '@/lib/kernel/ids';
import type { Layout } from './layout';
import { type ReferenceRow, type RowValue, type StandingRow, valueText } from './row';
import { drawTimeline, type Piece } from './timeline';

/** A row to write. Source and edition are those of the load, or of the row in force that it goes on with. */
export type NewRow = {
  readonly rowKind: ReferenceRow['rowKind'];
  readonly key: string;
  readonly validFrom: string;
  readonly revision: number;
  readonly validTo: string | null;
  readonly value: RowValue;
  /** The row it goes on with after a period the file fills; null for rows of the file. */
  readonly continues: StandingRow | null;
};

/** A row that acts no longer than `validTo`; a last day before its first means that it never acts again. */
export type RowEnd = { readonly row: StandingRow; readonly validTo: string };

/** What becomes of one key, for people: the first day something else holds, and what held and will hold then. */
export type KeyChange = {
  readonly kind: 'added' | 'changed' | 'ended';
  readonly rowKind: ReferenceRow['rowKind'];
  readonly key: string;
  readonly from: string;
  readonly before: RowValue | null;
  readonly after: RowValue | null;
};

export type LoadPlan = {
  readonly begin: readonly NewRow[];
  readonly end: readonly RowEnd[];
  readonly changes: readonly KeyChange[];
  readonly unchanged: number;
  /** The same plan on the same rows gives the same text: what was looked at is what is written. */
  readonly fingerprint: string;
};

type Keyed<Row> = Map<string, Row[]>;

function byKey<Row extends { readonly rowKind: string; readonly key: string }>(rows: readonly Row[]): Keyed<Row> {
  const keyed: Keyed<Row> = new Map();
  for (const row of rows) {
    const name = `${row.rowKind}\n${row.key}`;
    const known = keyed.get(name);
    if (known) known.push(row);
    else keyed.set(name, [row]);
  }
  return keyed;
}

/** The value with the parts the layout has no column for. */
function completed(value: RowValue, standing: RowValue | undefined, keeps: RowValue): RowValue {
  const kept = Object.entries(keeps).map(([part, otherwise]) => [part, standing?.[part] ?? otherwise] as const);
  return { ...Object.fromEntries(kept.filter(([, inner]) => inner !== undefined)), ...value };
}

/** Pieces of the file, in order: each holds until the next begins, the last until a row that stands follows. */
function filePieces(
  rows: readonly ReferenceRow[],
  standing: readonly StandingRow[],
  { layout, validFrom }: PlanOptions,
): Piece[] {
  const valueOn = (day: string) => standing.find((row) => row.validFrom <= day && (row.validTo ?? day) >= day)?.value;
  const placed = rows
    .map((row) => ({ ...row, from: row.validFrom ?? validFrom }))
    .filter(({ validTo, from }) => validTo === null || validTo >= from)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  return placed.map(({ from, validTo, value }, index) => {
    const next = placed[index + 1]?.from;
    const follows =
      next ??
      standing
        .map((row) => row.validFrom)
        .filter((day) => day > from)
        .sort()[0];
    const open = follows === undefined ? null : addDays(follows, -1);
    const to = validTo !== null && (open === null || validTo < open) ? validTo : open;
    const whole = layout.keeps ? completed(value, valueOn(from), layout.keeps) : value;
    return { from, to, value: whole, source: layout.source };
  });
}

/** The piece that ends what the file would have if it still stood; null where nothing in force is left out of it. */
function ending(standing: readonly StandingRow[], { layout, validFrom }: PlanOptions): Piece | null {
  const acts = standing.some((row) => row.validFrom <= validFrom && (row.validTo === null || row.validTo >= validFrom));
  if (!acts) return null;
  const follows = standing
    .map((row) => row.validFrom)
    .filter((day) => day > validFrom)
    .sort()[0];
  return {
    from: validFrom,
    to: follows === undefined ? null : addDays(follows, -1),
    value: null,
    source: layout.source,
  };
}

export type PlanOptions = {
  readonly layout: Layout;
  readonly validFrom: string;
  /** A row that was refused may be the very one that would have kept something: then nothing ends by being absent. */
  readonly isWhole?: boolean;
};

/** Keys between two pauses: long lists must not keep a server from answering. */
const KEYS_AT_A_TIME = 500;

/**
 * What a file changes in the rows that stand: nothing is overwritten, a row that changes ends and another begins. Rows of the
 * same key never overlap before, and never do after. `pause` is awaited now and then.
 */
export async function planLoad(
  standing: readonly StandingRow[],
  incoming: readonly ReferenceRow[],
  options: PlanOptions,
  pause: () => Promise<void> = async () => undefined,
): Promise<LoadPlan> {
  const { layout, isWhole = true } = options;
  const stands = byKey(standing);
  const asked = byKey(incoming);
  const lists = new Set(isWhole ? incoming.map(({ key }) => layout.listOf(key)).filter((list) => list !== null) : []);
  const begin: NewRow[] = [];
  const end: RowEnd[] = [];
  const changes: KeyChange[] = [];
  let unchanged = 0;
  const names = [...new Set([...asked.keys(), ...stands.keys()])].sort();
  for (const [index, name] of names.entries()) {
    if (index % KEYS_AT_A_TIME === KEYS_AT_A_TIME - 1) await pause();
    const rows = stands.get(name) ?? [];
    const wanted = asked.get(name);
    const [first] = wanted ?? rows;
    if (!first) continue;
    const list = layout.listOf(first.key);
    const gone = !wanted && list !== null && lists.has(list) ? ending(rows, options) : null;
    if (!wanted && !gone) continue;
    const drawn = drawTimeline(rows, wanted ? filePieces(wanted, rows, options) : gone ? [gone] : []);
    if (drawn.firstDifference === null) {
      unchanged += 1;
      continue;
    }
    const { rowKind, key } = first;
    begin.push(...drawn.begin.map((row) => ({ rowKind, key, ...row })));
    end.push(...drawn.end);
    const acted = rows.some((row) => row.validTo === null || row.validTo >= row.validFrom);
    const kind = gone ? 'ended' : acted ? 'changed' : 'added';
    changes.push({ kind, rowKind, key, ...drawn.firstDifference });
  }
  return { begin, end, changes, unchanged, fingerprint: fingerprintOf(begin, end) };
}

function fingerprintOf(begin: readonly NewRow[], end: readonly RowEnd[]): string {
  const lines = [
    ...end.map(({ row, validTo }) => `- ${row.rowKind} ${row.key} ${row.validFrom} ${row.revision} ${validTo}`),
    ...begin.map(
      ({ rowKind, key, validFrom, revision, validTo, value }) =>
        `+ ${rowKind} ${key} ${validFrom} ${revision} ${validTo} ${valueText(value)}`,
    ),
  ];
  return sha256Hex(lines.join('\n'));
}
