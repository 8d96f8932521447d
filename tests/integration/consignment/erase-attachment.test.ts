import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { lodgeAppeal } from '@/db/commands/appeals/lodge-appeal';
import { eraseAttachment } from '@/db/commands/consignment/erase-attachment';
import { openAttachment } from '@/db/commands/consignment/open-attachment';
import { revealAttachment } from '@/db/commands/consignment/reveal-attachment';
import { trackConsignment } from '@/db/commands/consignment/track-consignment';
import { db } from '@/db/connection';
import { getConsignment } from '@/db/queries/consignment/get-consignment';
import { listAttachments } from '@/db/queries/consignment/list-attachments';
import { attachmentChunks, attachments, clearances } from '@/db/schema';
import { ForbiddenError, InvalidInputError, NotFoundError } from '@/lib/kernel/errors';
import { sha256Hex } from '@/lib/kernel/ids';
import { aConsignment, inLane, withReference } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, someone } from '../../support/a-desk';
import { aPicture, attach } from '../../support/a-file';
import { releaseOf } from '../../support/an-account';
import { auditOf, refusalOf, standing, timelineOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { untilWaiting } from '../../support/until-waiting';
import { postAll } from '../../support/ledger-balance';

const database = useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const WHY = { reason: 'request_of_person', note: 'Letter of 2 November' } as const;
const at = minutesLater(5);
const bytesOf = (content: Uint8Array | string) =>
  db().$count(attachmentChunks, eq(attachmentChunks.sha256, sha256Hex(content)));

async function aFile(content: Uint8Array | string, reference = `ERASE-${Math.random()}`) {
  const { consignmentId } = await aConsignment(desk, withReference(reference));
  const { attachmentId } = await attach(desk.partner, consignmentId, 'invoice', content);
  return { consignmentId, attachmentId };
}

describe('Erasing a file', () => {
  it('takes its bytes and names away, keeps its row, and leaves one audit row with the reason', async () => {
    const content = 'Sold to M. Silva, 1';
    const file = await aFile(content);
    const before = await standing(file.consignmentId);
    expect(await eraseAttachment(desk.supervisor, { ...file, ...WHY }, at)).toEqual({ bytesKept: false });
    expect(await bytesOf(content)).toBe(0);
    const [row] = await db().select().from(attachments).where(eq(attachments.attachmentId, file.attachmentId));
    expect(row).toMatchObject({
      ...{ kind: 'invoice', sha256: sha256Hex(content), fileName: null, caption: null },
      ...{ erasedAt: at, erasedByName: desk.supervisor.name, eraseReason: WHY.reason },
    });
    expect((await auditOf(file.consignmentId)).at(-1)).toMatchObject({
      action: 'consignment.erase_attachment',
      actorId: desk.supervisor.id,
      reason: 'request_of_person: Letter of 2 November',
      details: { attachmentId: file.attachmentId, kind: 'invoice', sha256: sha256Hex(content), bytesKept: false },
    });
    expect((await timelineOf(file.consignmentId)).at(-1)).toMatchObject({
      kind: 'attachment_erased',
      values: { attachment: 'invoice', eraseReason: WHY.reason },
    });
    expect(await standing(file.consignmentId)).toEqual(before);
    const [told] = await listAttachments(desk.officer, file.consignmentId);
    expect(told?.erased).toEqual({ at: at.toISOString(), byName: desk.supervisor.name, reason: WHY.reason });
  });

  it('is for supervisors of the office, with a reason and words for it', async () => {
    const file = await aFile('Sold to M. Silva, 2');
    const wish = { ...file, ...WHY };
    for (const actor of [desk.officer, desk.analyst, desk.partner, someone('auditor', desk.officeId)])
      await expect(eraseAttachment(actor, wish, at)).rejects.toThrow(ForbiddenError);
    const elsewhere = someone('supervisor', 'BELGG');
    await expect(eraseAttachment(elsewhere, wish, at)).rejects.toThrow(NotFoundError);
    await expect(eraseAttachment(desk.supervisor, { ...wish, note: ' ' }, at)).rejects.toThrow(InvalidInputError);
    expect(await bytesOf('Sold to M. Silva, 2')).toBe(1);
  });

  it('waits for an appeal to be decided, in which the file may be evidence', async () => {
    const placed = await aConsignment(desk, inLane('yellow'));
    const { consignmentId } = placed;
    const { attachmentId } = await attach(desk.partner, consignmentId, 'invoice', 'Sold to M. Silva, 6');
    await releaseOf(desk, { consignmentId, rowVersion: (await standing(consignmentId)).rowVersion });
    await postAll(minutesLater(3));
    const appeal = { consignmentId, decisionId: '', claimed: '6.15', lodgedOn: '2026-11-02', words: 'Too much' };
    await lodgeAppeal(desk.officer, appeal, minutesLater(4));
    const erasing = eraseAttachment(desk.supervisor, { consignmentId, attachmentId, ...WHY }, at);
    expect(await refusalOf(erasing)).toEqual(['attachment.under_appeal']);
    expect(await bytesOf('Sold to M. Silva, 6')).toBe(1);
  });

  it('as no longer needed waits for the end of its period of keeping, and while a hold is open for that', async () => {
    const { consignmentId, attachmentId } = await aFile('Sold to M. Silva, 8');
    const wish = { consignmentId, attachmentId, reason: 'not_needed', note: 'Long ago' } as const;
    expect(await refusalOf(eraseAttachment(desk.supervisor, wish, at))).toEqual(['attachment.kept_until']);
    expect((await getConsignment(desk.officer, consignmentId, at)).keptUntil).toMatchObject({
      ...{ consignments: { on: '2036-11-02' }, attachments: { on: '2029-11-02' } },
    });
    const later = new Date('2029-11-03T10:00:00Z');
    await db().update(clearances).set({ openHolds: 1 }).where(eq(clearances.consignmentId, consignmentId));
    expect(await refusalOf(eraseAttachment(desk.supervisor, wish, later))).toEqual(['attachment.under_hold']);
    await db().update(clearances).set({ openHolds: 0 }).where(eq(clearances.consignmentId, consignmentId));
    expect(await eraseAttachment(desk.supervisor, wish, later)).toEqual({ bytesKept: false });
  });

  it('waits for an appeal that is being lodged at the same moment, and then for its end', async () => {
    const placed = await aConsignment(desk, inLane('yellow'));
    const { consignmentId } = placed;
    const { attachmentId } = await attach(desk.partner, consignmentId, 'invoice', 'Sold to M. Silva, 7');
    await releaseOf(desk, { consignmentId, rowVersion: (await standing(consignmentId)).rowVersion });
    await postAll(minutesLater(3));
    const erasing = await database.owner(async (lodger) => {
      // The appeal is written and not committed while the erasure begins.
      await lodger.query('begin');
      await lodger.query('select 1 from clearance.clearances where consignment_id = $1 for update', [consignmentId]);
      const refused = refusalOf(eraseAttachment(desk.supervisor, { consignmentId, attachmentId, ...WHY }, at));
      await Promise.race([untilWaiting(database), refused]);
      await lodger.query(
        `insert into clearance.appeal_acts (consignment_id, appeal_id, number, act, amount_minor, currency, happened_on, words,
           recorded_by, recorded_by_name, recorded_at)
         values ($1, gen_random_uuid(), 1, 'lodged', 615, 'EUR', '2026-11-02', 'Too much', $2, 'A. Kaya', $3)`,
        [consignmentId, desk.officer.id, minutesLater(4)],
      );
      await lodger.query('commit');
      return { refused };
    });
    expect(await erasing.refused).toEqual(['attachment.under_appeal']);
    expect(await bytesOf('Sold to M. Silva, 7')).toBe(1);
  });

  it('by two at once is done once, and the other is told by whom', async () => {
    const file = await aFile('Sold to M. Silva, 3');
    const both = await Promise.allSettled([1, 2].map(() => eraseAttachment(desk.supervisor, { ...file, ...WHY }, at)));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [lost] = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(lost).toMatchObject({ reasons: [{ code: 'attachment.erased_by', params: { name: desk.supervisor.name } }] });
    const rows = (await auditOf(file.consignmentId)).filter(({ action }) => action === 'consignment.erase_attachment');
    expect(rows).toHaveLength(1);
  });

  it('leaves the bytes that another attachment shows, and takes them with the last', async () => {
    const content = 'Sold to M. Silva, 4';
    const [one, other] = [await aFile(content), await aFile(content)];
    expect(await eraseAttachment(desk.supervisor, { ...one, ...WHY }, at)).toEqual({ bytesKept: true });
    await revealAttachment(desk.officer, { ...other, reason: 'audit', note: null }, at);
    expect(await openAttachment(desk.officer, other, at)).toMatchObject({ kind: 'invoice' });
    expect(await eraseAttachment(desk.supervisor, { ...other, ...WHY }, at)).toEqual({ bytesKept: false });
    expect(await bytesOf(content)).toBe(0);
  });

  it('and attaching the same bytes elsewhere at the same moment leave that file whole', async () => {
    const content = aPicture(77);
    const { consignmentId } = await aConsignment(desk);
    const { attachmentId } = await attach(desk.officer, consignmentId, 'scan_image', content);
    const places = await Promise.all([1, 2, 3].map(() => aConsignment(desk)));
    await Promise.all([
      eraseAttachment(desk.supervisor, { consignmentId, attachmentId, ...WHY }, at),
      ...places.map((place) => attach(desk.officer, place.consignmentId, 'scan_image', content)),
    ]);
    expect(await bytesOf(content)).toBe(1);
  });
});

describe('An erased file', () => {
  it('opens to nobody, is not taken again, and is told to its sender without its name', async () => {
    const content = 'Sold to M. Silva, 5';
    const file = await aFile(content, 'ERASED');
    await eraseAttachment(desk.supervisor, { ...file, ...WHY }, at);
    for (const actor of [desk.officer, desk.partner])
      expect(await refusalOf(openAttachment(actor, file, at))).toEqual(['attachment.erased']);
    const reveal = revealAttachment(desk.officer, { ...file, reason: 'audit', note: null }, at);
    expect(await refusalOf(reveal)).toEqual(['attachment.erased']);
    expect(await refusalOf(attach(desk.partner, file.consignmentId, 'invoice', content))).toEqual([
      'attachment.erased',
    ]);
    const [told] = (await trackConsignment(desk.partner, 'ERASED', at)).attachments;
    expect(told).toMatchObject({ erasedAt: at.toISOString(), fileName: null, sha256: sha256Hex(content) });
    expect(JSON.stringify(told)).not.toContain(desk.supervisor.name);
  });
});
