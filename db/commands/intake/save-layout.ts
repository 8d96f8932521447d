import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { rawBytesOf } from '@/db/queries/intake/raw-bytes';
import { csvLayouts, submissions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { headerUnder, headOf } from '@/lib/intake/csv-head';
import { decodeText } from '@/lib/intake/decode-text';
import { columnLabels, judgeLayout, type Layout, type LayoutFault } from '@/lib/intake/layout';
import { layoutFingerprint } from '@/lib/intake/layout-fingerprint';
import { SAVE_LAYOUT_INPUT } from '@/lib/intake/layout-input';
import { NotFoundError, RefusedError, refuse } from '@/lib/kernel/errors';
import { partnerScope } from './open-quarantine';
import { readAgain } from './read-again';

type Source = typeof submissions.$inferSelect;
type Wish = z.output<typeof SAVE_LAYOUT_INPUT>;
type Edition = typeof csvLayouts.$inferSelect;

export type SavedLayout = {
  readonly layoutId: string;
  readonly edition: number;
  /** The submission that reads the file by it; null where that was not asked for. */
  readonly submissionId: string | null;
};

/**
 * Saves how a refused file of a partner is read, as a new edition for files with its header, and reads the file by it where asked.
 * A mapping equal to the newest edition is not saved again.
 * @throws NotFoundError, RefusedError `layout.changed` when another edition was saved meanwhile, `layout.not_csv`, `layout.<fault>`
 */
export async function saveLayout(
  actor: Actor,
  input: z.input<typeof SAVE_LAYOUT_INPUT>,
  at = new Date(),
): Promise<SavedLayout> {
  authorise(actor, 'intake.map');
  const wish = SAVE_LAYOUT_INPUT.parse(input);
  return inTransaction(
    async (tx) => {
      const source = await lockSource(tx, actor, wish.submissionId);
      const layout = await layoutOf(tx, source, wish);
      const fingerprint = layoutFingerprint(layout.delimiter, layout.header);
      const newest = await newestEdition(tx, source.partnerId, fingerprint);
      if ((newest?.edition ?? 0) !== wish.seenEdition) throw refuse('layout.changed');
      const isSame =
        newest && !newest.isRetired && JSON.stringify(inOrder(newest.layout)) === JSON.stringify(inOrder(layout));
      const saved = isSame
        ? newest
        : await addEdition(tx, actor, source, { layout, fingerprint }, wish.seenEdition + 1, at);
      const submissionId = wish.isRead ? await readAgain(tx, actor, source, saved.id, at) : null;
      return { layoutId: saved.id, edition: saved.edition, submissionId };
    },
    // The bytes of a large file are copied.
    { statementTimeoutMs: 600_000 },
  );
}

/** The kept file, held against another who saves at the same moment. @throws NotFoundError, RefusedError `layout.not_refused` */
async function lockSource(tx: Tx, actor: Actor, submissionId: string): Promise<Source> {
  const scope = partnerScope(actor);
  const [source] = await tx.select().from(submissions).where(eq(submissions.id, submissionId)).for('update');
  if (!source || (scope !== null && source.partnerId !== scope)) throw new NotFoundError('submission');
  if (source.format !== 'csv' || source.status !== 'refused') throw refuse('layout.not_refused');
  if (source.bytesErasedAt) throw refuse('submission.bytes_erased');
  return source;
}

async function layoutOf(tx: Tx, source: Source, wish: Wish): Promise<Layout> {
  const { head } = await headOf(decodeText(rawBytesOf(source.id, tx)));
  const header = headerUnder(head, wish.delimiter);
  if (!header) throw refuse('layout.not_csv');
  const { delimiter, decimalMark, dateForm, massUnit, targets } = wish;
  const fixed = Object.fromEntries(Object.entries(wish.fixed).filter(([, value]) => value !== ''));
  const layout = { delimiter, decimalMark, dateForm, massUnit, header: header.names, targets, fixed };
  const faults = judgeLayout(layout);
  if (faults.length > 0) throw new RefusedError(faults.map((fault) => reasonOf(fault, layout)));
  return layout;
}

function reasonOf({ code, column, indexes }: LayoutFault, { header, fixed }: Layout) {
  const labels = columnLabels(header);
  const columns = indexes.flatMap((index) => labels[index] ?? []).join(', ');
  return {
    code: `layout.${code}`,
    pointer: column ?? '',
    params: { column: column ?? '', columns, value: (column && fixed[column]) ?? '' },
  };
}

async function newestEdition(tx: Tx, partnerId: string, fingerprint: string): Promise<Edition | undefined> {
  const [newest] = await tx
    .select()
    .from(csvLayouts)
    .where(and(eq(csvLayouts.partnerId, partnerId), eq(csvLayouts.fingerprint, fingerprint)))
    .orderBy(desc(csvLayouts.edition))
    .limit(1);
  return newest;
}

/** The database keeps members in an order of its own. */
function inOrder({ delimiter, decimalMark, dateForm, massUnit, header, targets, fixed }: Layout): unknown {
  return [delimiter, decimalMark, dateForm, massUnit, header, targets, Object.entries(fixed).sort()];
}

type Known = { readonly layout: Layout; readonly fingerprint: string };

async function addEdition(
  tx: Tx,
  actor: Actor,
  source: Source,
  { layout, fingerprint }: Known,
  edition: number,
  at: Date,
): Promise<Edition> {
  const [saved] = await tx
    .insert(csvLayouts)
    .values({
      id: randomUUID(),
      partnerId: source.partnerId,
      fingerprint,
      edition,
      layout,
      submissionId: source.id,
      savedAt: at,
      savedBy: actor.id,
      savedByName: actor.name,
    })
    .onConflictDoNothing()
    .returning();
  if (!saved) throw refuse('layout.changed');
  await writeAudit(
    tx,
    actor,
    {
      action: 'intake.save_layout',
      subjectType: 'layout',
      subjectId: saved.id,
      details: {
        partnerId: source.partnerId,
        edition,
        submissionId: source.id,
        mapped: layout.targets.filter((target) => target !== 'kept' && target !== 'left_out'),
        fixed: Object.keys(layout.fixed),
      },
    },
    at,
  );
  return saved;
}
