import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, inArray, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eraseAttachment } from '@/db/commands/consignment/erase-attachment';
import { eraseAgain } from '@/db/commands/privacy/erase-again';
import { db } from '@/db/connection';
import { eraseDue, tellErasuresTo } from '@/db/jobs/erase-due';
import { attachmentChunks, attachments, erasureBatches, erasures, parties } from '@/db/schema';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { ForbiddenError } from '@/lib/kernel/errors';
import { readErasures } from '@/lib/privacy/erasure-log';
import { aConsignment } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater } from '../../support/a-desk';
import { attach } from '../../support/a-file';
import { releaseOf } from '../../support/an-account';
import { standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { postAll } from '../../support/ledger-balance';

const database = useDatabase();
const never = new AbortController().signal;
let [desk, folder]: [Desk, string] = [{} as Desk, ''];
beforeAll(async () => {
  desk = await aDesk();
  folder = await mkdtemp(join(tmpdir(), 'erased-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('After a restored backup', () => {
  it('what was erased since is erased again by the log beside the database, once, and told as such', async () => {
    const placed = await aConsignment(desk);
    const { consignmentId } = placed;
    const first = await attach(desk.partner, consignmentId, 'invoice', 'Sold to M. Silva');
    const byHand = await attach(desk.partner, consignmentId, 'other_document', 'Letter of M. Silva');
    const why = {
      consignmentId,
      attachmentId: byHand.attachmentId,
      reason: 'sent_by_mistake',
      note: 'Another file',
    } as const;
    await eraseAttachment(desk.supervisor, why, minutesLater(3));
    await releaseOf(desk, await standing(consignmentId));
    await postAll(minutesLater(10));
    // The backup is of before everything was erased.
    const before = await db().select().from(parties).where(eq(parties.consignmentId, consignmentId));
    const files = await db().select().from(attachments).where(eq(attachments.consignmentId, consignmentId));
    const chunks = await db().select().from(attachmentChunks);
    await eraseDue(never, new Date('2040-01-01T00:00:00Z'));
    const log = join(folder, 'erasures.jsonl');
    await tellErasuresTo(log, never);
    await tellErasuresTo(log, never);
    const { lines, unread } = readErasures(await readFile(log, 'utf8'));
    expect(unread).toEqual([]);
    expect(
      lines
        .map(({ kind }) => kind)
        .filter((kind) => kind !== 'histories')
        .sort(),
    ).toEqual(['attachments', 'attachments', 'consignments']);
    expect(lines.find(({ kind }) => kind === 'consignments')?.ids).toEqual([consignmentId]);
    expect(JSON.stringify(lines)).not.toMatch(/Silva|Testmann|Harbour/);

    await database.owner(async (client) => {
      await client.query('delete from privacy.erasure_batches');
      await client.query('delete from privacy.erasures');
      for (const one of before)
        await client.query(
          'update consignment.parties set name = $1, address = $2 where consignment_id = $3 and version = $4 and kind = $5',
          [one.name, one.address, one.consignmentId, one.version, one.kind],
        );
      for (const one of files.filter(({ erasedAt }) => erasedAt === null))
        await client.query(
          `update consignment.attachments set erased_at = null, erased_by = null, erased_by_name = null, erase_reason = null,
             file_name = $1 where attachment_id = $2`,
          [one.fileName, one.attachmentId],
        );
      for (const one of chunks)
        await client.query('insert into consignment.attachment_chunks values ($1, $2, $3)', [
          one.sha256,
          one.chunkNumber,
          one.content,
        ]);
    });
    const again: number[] = [];
    for (const line of lines) again.push(await eraseAgain(SYSTEM_ACTOR, line, new Date('2040-02-01T00:00:00Z')));
    expect(again.reduce((sum, count) => sum + count, 0)).toBe(2);
    const names = await db()
      .select({ name: parties.name })
      .from(parties)
      .where(eq(parties.consignmentId, consignmentId));
    expect(new Set(names.map(({ name }) => name))).toEqual(new Set(['']));
    expect(await db().$count(attachmentChunks)).toBe(0);
    const [file] = await db().select().from(attachments).where(eq(attachments.attachmentId, first.attachmentId));
    expect(file).toMatchObject({ eraseReason: 'period_over', fileName: null });
    const batches = await db()
      .select()
      .from(erasureBatches)
      .where(inArray(erasureBatches.kind, ['consignments', 'attachments']));
    expect(batches.every(({ isRepeated }) => isRepeated)).toBe(true);
    expect(await db().$count(erasures)).toBe(1);
    // Run once more, it finds nothing to do.
    for (const line of lines) expect(await eraseAgain(SYSTEM_ACTOR, line)).toBe(0);
    expect((await db().execute(sql`select 1 from audit.log where action = 'privacy.erase_again'`)).rowCount).toBe(2);
  });

  it('is done by nobody but who runs the machine', async () => {
    const line = {
      batchId: consignmentless,
      kind: 'consignments',
      erasedAt: '2040-01-01T00:00:00.000Z',
      policyVersion: 'x',
      ids: [],
    } as const;
    await expect(eraseAgain(desk.supervisor, { ...line, ids: [] })).rejects.toBeInstanceOf(ForbiddenError);
  });
});

const consignmentless = '0191e0a0-0000-4000-8000-000000000001';
