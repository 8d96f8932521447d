import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { and, eq, inArray, lt } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { slice } from '@/db/commands/intake/slice';
import { db, type Tx } from '@/db/connection';
import { loadChunks, loads } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import { type Actor, SYSTEM_ACTOR } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { DAY_MS, dayOf } from '@/lib/kernel/dates';
import { refuse } from '@/lib/kernel/errors';
import { PREVIEW_INPUT } from '@/lib/reference/inputs';
import { changesNothing, type LoadPreview, previewOf } from '@/lib/reference/preview';
import { planFile } from './plan-file';

/** Largest file taken; the longest public list has a twentieth of it. */
export const MAX_REFERENCE_BYTES = 64 * 1024 * 1024;
/** Files nobody decided about are thrown away after this time. */
const FORGOTTEN_AFTER_DAYS = 7;

export type Previewed = {
  readonly loadId: string;
  readonly status: 'previewed' | 'unchanged';
  readonly fingerprint: string;
  readonly preview: LoadPreview;
};

/**
 * Looks at a file: reads it, judges each row, works out what would change and keeps the file and the finding. Nothing that
 * decides is written; a file that says what stands is done with.
 * @throws RefusedError `load_too_large`, `load_incomplete`
 * @throws InvalidInputError where the file cannot be read as this list
 */
export async function previewLoad(
  actor: Actor,
  input: z.input<typeof PREVIEW_INPUT>,
  sent: { readonly body: AsyncIterable<Uint8Array>; readonly announcedBytes: number | null },
  at = new Date(),
): Promise<Previewed> {
  authorise(actor, 'policy.load');
  const asked = parseInput(PREVIEW_INPUT, input);
  const { chunks, sizeBytes, sha256 } = await receive(sent);
  const { file, plan } = await planFile(db(), asked, chunks, dayOf(at));
  const preview = previewOf(file, plan);
  const status = changesNothing(preview) ? 'unchanged' : 'previewed';
  const loadId = randomUUID();
  await inTransaction(async (tx) => {
    await forgetOld(tx, at);
    await tx.insert(loads).values({
      ...asked,
      id: loadId,
      layout: file.layout.name,
      source: file.layout.source,
      sizeBytes,
      sha256,
      status,
      preview,
      fingerprint: plan.fingerprint,
      previewedAt: at,
      previewedBy: actor.name,
      ...(status === 'unchanged' ? { settledAt: at, settledBy: actor.name } : {}),
    });
    if (status === 'previewed')
      for (const [chunkNumber, content] of chunks.entries())
        await tx.insert(loadChunks).values({ loadId, chunkNumber, content });
    const { kind, edition, validFrom } = asked;
    const { added, changed, ended, unchanged, rowsRefused } = preview;
    await writeAudit(
      tx,
      actor,
      {
        action: 'policy.preview_load',
        subjectType: 'policy',
        subjectId: loadId,
        details: { kind, edition, validFrom, sha256, added, changed, ended, unchanged, rowsRefused },
      },
      at,
    );
  });
  return { loadId, status, fingerprint: plan.fingerprint, preview };
}

async function receive({ body, announcedBytes }: { body: AsyncIterable<Uint8Array>; announcedBytes: number | null }) {
  const hash = createHash('sha256');
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of slice(body)) {
    sizeBytes += chunk.length;
    if (sizeBytes > MAX_REFERENCE_BYTES) throw refuse('load_too_large', { limit: MAX_REFERENCE_BYTES });
    hash.update(chunk);
    chunks.push(chunk);
  }
  if (announcedBytes !== null && announcedBytes !== sizeBytes) throw refuse('load_incomplete');
  return { chunks, sizeBytes, sha256: hash.digest('hex') };
}

async function forgetOld(tx: Tx, at: Date): Promise<void> {
  const before = new Date(at.getTime() - FORGOTTEN_AFTER_DAYS * DAY_MS);
  const old = await tx
    .update(loads)
    .set({ status: 'discarded', settledAt: at, settledBy: SYSTEM_ACTOR.name })
    .where(and(eq(loads.status, 'previewed'), lt(loads.previewedAt, before)))
    .returning({ id: loads.id });
  if (old.length === 0) return;
  const ids = old.map(({ id }) => id);
  await tx.delete(loadChunks).where(inArray(loadChunks.loadId, ids));
  for (const subjectId of ids)
    await writeAudit(tx, SYSTEM_ACTOR, { action: 'policy.discard_load', subjectType: 'policy', subjectId }, at);
}
