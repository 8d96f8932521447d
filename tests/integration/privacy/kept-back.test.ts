import { eq, inArray } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { lockClearances } from '@/db/commands/intake/lock-clearances';
import { eraseAttachmentsDue } from '@/db/commands/privacy/erase-attachments-due';
import { eraseColumns } from '@/db/commands/privacy/erase-columns';
import { placeLegalHold } from '@/db/commands/privacy/place-legal-hold';
import { db } from '@/db/connection';
import { eraseDue } from '@/db/jobs/erase-due';
import { whatIsDue } from '@/db/queries/privacy/what-is-due';
import { attachments, clearances, identities, legalHolds, parties, quarantinedRecords, submissions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { aConsignment } from '../../support/a-consignment';
import { aDesk, type Desk, someone } from '../../support/a-desk';
import { attach } from '../../support/a-file';
import { refusalOf, standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { rowOf } from '../../support/marked-people';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

const database = useDatabase();
const never = new AbortController().signal;
const LATER = new Date('2041-01-15T04:00:00Z');
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

async function idOf(reference: string): Promise<string> {
  const [row] = await db().select().from(identities).where(eq(identities.reference, reference));
  if (!row) throw new Error(`${reference} is not there`);
  return row.consignmentId;
}

/** A promise that is kept by a call of `resolve`. */
function aSignal(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((kept) => {
    resolve = kept;
  });
  return { promise, resolve };
}

describe('Erasing', () => {
  it('passes over what a legal hold, open work or a period that is not over keeps', async () => {
    await sendSubmission(
      desk.partner,
      csvOf([
        rowOf('Fulgrawny', { reference: 'HELD-1' }),
        rowOf('Fulgrawny', { reference: 'HELD-2', recipient_name: 'Somebody Else' }),
      ]),
    );
    const ids = [await idOf('HELD-1'), await idOf('HELD-2')];
    for (const consignmentId of ids) {
      const { rowVersion, status } = await standing(consignmentId);
      if (status === 'selected')
        await releaseConsignment(desk.officer, { consignmentId, rowVersion, ground: 'documents_in_order', note: null });
    }
    // Both have one sender: a hold on the party keeps the other too.
    await placeLegalHold(desk.supervisor, {
      consignmentId: ids[0] ?? '',
      subject: 'sender',
      reason: 'A court asked for it',
    });
    const due = async (at: Date) => whatIsDue(someone('admin', desk.officeId), at);
    expect(await due(LATER)).toMatchObject({ keptBack: [{ by: 'legal_hold', consignments: 2 }] });
    await eraseDue(never, LATER);
    const names = await db()
      .select({ name: parties.name })
      .from(parties)
      .where(eq(parties.consignmentId, ids[1] ?? ''));
    expect(names.map(({ name }) => name).sort()).toEqual(['Fulgrawny Sender', 'Somebody Else']);
    // New data name another sender: the hold still keeps where it was placed, and stays whole.
    await database.owner((client) =>
      client.query("update consignment.consignments set sender_key = 'another' where consignment_id = $1", [ids[0]]),
    );
    await eraseDue(never, LATER);
    const [hold] = await db()
      .select()
      .from(legalHolds)
      .where(eq(legalHolds.consignmentId, ids[0] ?? ''));
    expect(hold).toMatchObject({ reason: 'A court asked for it', partyKey: expect.not.stringMatching(/^erased:/) });
    const first = await db()
      .select({ name: parties.name })
      .from(parties)
      .where(eq(parties.consignmentId, ids[0] ?? ''));
    expect(first.map(({ name }) => name)).toContain('Fulgrawny Sender');
    // Not even who erases by ids takes a hold in force away.
    const { receivedOn } = await standing(ids[0] ?? '');
    await inTransaction((tx) => eraseColumns(tx, [{ consignmentId: ids[0] ?? '', receivedOn }]));
    expect(await db().$count(legalHolds, eq(legalHolds.reason, 'A court asked for it'))).toBe(1);
    const again = { consignmentId: ids[0] ?? '', subject: 'recipient', reason: 'Another case' } as const;
    expect(await refusalOf(placeLegalHold(desk.supervisor, again))).toEqual(['legal_hold.erased']);
  });

  it('passes over refused records, and the bytes they came in, of a consignment that is kept back', async () => {
    const bad = { value: 'nothing' };
    await sendSubmission(
      desk.partner,
      csvOf([rowOf('Zimblot', { reference: 'KEPT-1' }), rowOf('Yartovel', { reference: 'KEPT-2' })]),
    );
    const refused = await sendSubmission(
      desk.partner,
      csvOf([rowOf('Zimblot', { reference: 'KEPT-1', ...bad }), rowOf('Yartovel', { reference: 'KEPT-2', ...bad })]),
    );
    for (const reference of ['KEPT-1', 'KEPT-2']) {
      const consignmentId = await idOf(reference);
      const { rowVersion, status } = await standing(consignmentId);
      if (status === 'selected')
        await releaseConsignment(desk.officer, { consignmentId, rowVersion, ground: 'documents_in_order', note: null });
    }
    const held = {
      consignmentId: await idOf('KEPT-1'),
      subject: 'consignment',
      reason: 'A court asked for it',
    } as const;
    await placeLegalHold(desk.supervisor, held);
    await eraseDue(never, LATER);
    const records = await db()
      .select()
      .from(quarantinedRecords)
      .where(eq(quarantinedRecords.submissionId, refused))
      .orderBy(quarantinedRecords.recordNumber);
    expect(records.map(({ reference, erasedAt }) => [reference, erasedAt !== null])).toEqual([
      ['KEPT-1', false],
      ['KEPT-2', true],
    ]);
    const [file] = await db().select().from(submissions).where(eq(submissions.id, refused));
    expect(file?.bytesErasedAt).toBeNull();
  });

  it('leaves the pictures of goods seized, and waits for who works on a consignment', async () => {
    const [seized, other] = [await aConsignment(desk), await aConsignment(desk)];
    for (const { consignmentId } of [seized, other])
      await attach(desk.partner, consignmentId, 'invoice', consignmentId);
    const to = (status: string, { consignmentId }: typeof seized) =>
      database.owner((client) =>
        client.query('update clearance.clearances set status = $1, released_at = now() where consignment_id = $2', [
          status,
          consignmentId,
        ]),
      );
    await to('seized', seized);
    await to('released', other);
    const [locked, goOn] = [aSignal(), aSignal()];
    const holding = inTransaction(async (tx) => {
      await lockClearances(tx, [other.consignmentId]);
      locked.resolve();
      await goOn.promise;
      await tx.update(clearances).set({ status: 'seized' }).where(eq(clearances.consignmentId, other.consignmentId));
    });
    await locked.promise;
    const erasing = eraseAttachmentsDue(SYSTEM_ACTOR, null, LATER);
    // It waits for the lock, unless it asks for none.
    await new Promise((resolve) => setTimeout(resolve, 500));
    goOn.resolve();
    await holding;
    await erasing;
    const files = await db()
      .select()
      .from(attachments)
      .where(inArray(attachments.consignmentId, [seized.consignmentId, other.consignmentId]));
    expect(files.map(({ erasedAt }) => erasedAt)).toEqual([null, null]);
  });
});
