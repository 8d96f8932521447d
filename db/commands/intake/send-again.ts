import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { seesAll } from '@/db/queries/intake/scope';
import { quarantinedRecords, rawChunks, submissions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { replayBody } from '@/lib/intake/replay-body';
import type { IntakeFormat } from '@/lib/intake/staged-row';
import { refuse } from '@/lib/kernel/errors';
import { sha256Hex } from '@/lib/kernel/ids';
import { assignOffices, officeOfPartner } from './assign-offices';
import { lockQuarantine } from './lock-quarantine';
import { slice } from './slice';

type Source = {
  readonly id: string;
  readonly partnerId: string;
  readonly format: IntakeFormat;
  readonly header: string | null;
  /** The edition the records were read by, and are read by again. */
  readonly layoutId: string | null;
};
/** A refused record as it was sent and as it is sent again; the same text when a list was corrected, not the record. */
export type Resent = { readonly recordNumber: number; readonly asSent: string; readonly text: string };

/**
 * Opens a submission of refused records: it takes the way of any other from here. Each record is settled by a conditional update,
 * so that two people who mend the same one send it once. @throws RefusedError `quarantine.settled`
 */
export async function sendAgain(
  tx: Tx,
  actor: Actor,
  source: Source,
  records: readonly Resent[],
  at: Date,
): Promise<string> {
  const submissionId = randomUUID();
  const numbers = records.map((record) => record.recordNumber);
  await lockQuarantine(tx, source.partnerId);
  const settled = await tx
    .update(quarantinedRecords)
    .set({
      state: 'replayed',
      settledAt: at,
      settledBy: actor.id,
      settledByName: actor.name,
      replayId: submissionId,
    })
    .where(
      and(
        eq(quarantinedRecords.submissionId, source.id),
        inArray(quarantinedRecords.recordNumber, numbers),
        eq(quarantinedRecords.state, 'open'),
      ),
    )
    .returning({ officeId: quarantinedRecords.officeId });
  if (settled.length !== records.length) throw refuse('quarantine.settled');

  const { format, contentType, body } = replayBody(
    source.format,
    source.header,
    records.map((record) => record.text),
  );
  const bytes = Buffer.from(body, 'utf8');
  await tx.insert(submissions).values({
    id: submissionId,
    partnerId: source.partnerId,
    format,
    contentType,
    status: 'stored',
    sizeBytes: bytes.length,
    sha256: sha256Hex(bytes),
    receivedAt: at,
    receivedBy: actor.id,
    replayOf: source.id,
    withinOffices: seesAll(actor) || actor.role === 'partner' ? null : [...actor.officeIds],
    layoutId: source.layoutId,
  });
  // Whoever sees the refused records sees what became of them.
  const offices = settled.map(({ officeId }) => officeId);
  await assignOffices(tx, submissionId, [...offices, await officeOfPartner(tx, source.partnerId)]);
  let chunkNumber = 0;
  for await (const content of slice(once(bytes))) {
    await tx.insert(rawChunks).values({ submissionId, chunkNumber, content });
    chunkNumber += 1;
  }
  const changed = records.filter((record) => record.text !== record.asSent);
  await writeAudit(
    tx,
    actor,
    {
      action: 'intake.replay',
      subjectType: 'submission',
      subjectId: source.id,
      details: {
        replayId: submissionId,
        records: records.length,
        changed: changed.length,
        recordNumbers: numbers.slice(0, 20),
        sha256AsSent: changed.slice(0, 20).map((record) => sha256Hex(record.asSent)),
        sha256Mended: changed.slice(0, 20).map((record) => sha256Hex(record.text)),
      },
    },
    at,
  );
  return submissionId;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
