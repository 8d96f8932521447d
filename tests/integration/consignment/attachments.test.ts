import { count, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { attachFile } from '@/db/commands/consignment/attach-file';
import { openAttachment } from '@/db/commands/consignment/open-attachment';
import { revealAttachment } from '@/db/commands/consignment/reveal-attachment';
import { trackConsignment } from '@/db/commands/consignment/track-consignment';
import { db } from '@/db/connection';
import { listAttachments } from '@/db/queries/consignment/list-attachments';
import { attachmentChunks, attachments } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { sha256Hex } from '@/lib/kernel/ids';
import { aConsignment, withReference } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW, someone } from '../../support/a-desk';
import { aPicture, attach, sent, wholeOf } from '../../support/a-file';
import { auditOf, expectStatisticsToAgree, refusalOf, standing, timelineOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
let auditor: Actor;
beforeAll(async () => {
  desk = await aDesk();
  auditor = someone('auditor', desk.officeId);
});

const NOBODY = '00000000-0000-4000-8000-000000000000';
const REASON = { reason: 'audit', note: null } as const;
const piecesOf = async (content: Uint8Array) => {
  const [held] = await db()
    .select({ count: count() })
    .from(attachmentChunks)
    .where(eq(attachmentChunks.sha256, sha256Hex(content)));
  return held?.count;
};

describe('Attaching a file', () => {
  it('writes the file, one audit row, one event, and changes neither status nor claim', async () => {
    const { consignmentId } = await aConsignment(desk);
    const before = await standing(consignmentId);
    const { attachmentId, sha256 } = await attach(desk.officer, consignmentId, 'scan_image', aPicture());
    expect(await standing(consignmentId)).toEqual({ ...before, rowVersion: before.rowVersion + 1 });
    expect(await auditOf(consignmentId)).toMatchObject([
      {
        action: 'consignment.attach',
        actorId: desk.officer.id,
        officeId: desk.officeId,
        details: { attachmentId, kind: 'scan_image', mediaType: 'image/png', sha256 },
      },
    ]);
    expect(await timelineOf(consignmentId)).toMatchObject([
      { kind: 'attached', actorName: desk.officer.name, values: { attachment: 'scan_image' } },
    ]);
    await expectStatisticsToAgree();
  });

  it('is for officers and the partner, and for no other role', async () => {
    const { consignmentId } = await aConsignment(desk);
    for (const actor of [desk.analyst, auditor])
      await expect(attach(actor, consignmentId, 'scan_image', aPicture())).rejects.toThrow(ForbiddenError);
    expect(await attach(desk.partner, consignmentId, 'scan_image', aPicture())).toMatchObject({ isNew: true });
  });

  it('finds no consignment of another office or partner', async () => {
    const { consignmentId } = await aConsignment(desk);
    const other = { ...desk.partner, partnerId: NOBODY };
    for (const actor of [desk.stranger, other])
      await expect(attach(actor, consignmentId, 'scan_image', aPicture())).rejects.toThrow(NotFoundError);
    expect(await db().$count(attachments, eq(attachments.consignmentId, consignmentId))).toBe(0);
  });

  it('by two officers at once of the same file makes one attachment, told once', async () => {
    const { consignmentId } = await aConsignment(desk);
    const file = aPicture(2);
    const both = await Promise.all([
      attach(desk.officer, consignmentId, 'scan_image', file),
      attach(desk.colleague, consignmentId, 'scan_image', file),
    ]);
    expect(new Set(both.map(({ attachmentId }) => attachmentId)).size).toBe(1);
    expect(both.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
    expect(await auditOf(consignmentId)).toHaveLength(1);
    expect(await timelineOf(consignmentId)).toHaveLength(1);
  });

  it('keeps one copy of content, whoever sends it to whichever consignment, even at once', async () => {
    const places = await Promise.all([aConsignment(desk), aConsignment(desk), aConsignment(desk)]);
    const file = new TextEncoder().encode(`%PDF-1.7 ${'x'.repeat(2_500_000)}`);
    await Promise.all(places.map(({ consignmentId }) => attach(desk.officer, consignmentId, 'invoice', file)));
    expect(await piecesOf(file)).toBe(3);
    expect(await db().$count(attachments, eq(attachments.sha256, sha256Hex(file)))).toBe(3);
  });

  it('stops reading at the size its kind may have', async () => {
    const { consignmentId } = await aConsignment(desk);
    let read = 0;
    async function* endless() {
      for (;;) {
        read += 1;
        yield new Uint8Array(65_536).fill(65);
      }
    }
    const file = { announcedBytes: null, body: endless() };
    const tooMuch = attachFile(desk.officer, { consignmentId, kind: 'listing_text' }, file, NOW);
    expect(await refusalOf(tooMuch)).toEqual(['attachment.too_large']);
    expect(read).toBe(5);
    const announced = { announcedBytes: 10_000_000_000, body: sent('x').body };
    expect(await refusalOf(attachFile(desk.officer, { consignmentId, kind: 'invoice' }, announced, NOW))).toEqual([
      'attachment.too_large',
    ]);
  });

  it('refuses markup however it is called', async () => {
    const { consignmentId } = await aConsignment(desk);
    const markup = attach(desk.partner, consignmentId, 'product_picture', '<svg onload="alert(1)"/>');
    await expect(markup).rejects.toMatchObject({ reasons: [{ code: 'attachment.type', params: { found: 'SVG' } }] });
    expect(await timelineOf(consignmentId)).toEqual([]);
  });
});

describe('An attachment', () => {
  it('comes out as it went in, and the look is noted once in ten minutes', async () => {
    const { consignmentId } = await aConsignment(desk);
    const file = aPicture(3);
    const { attachmentId } = await attach(desk.officer, consignmentId, 'scan_image', file);
    const wish = { consignmentId, attachmentId };
    const opened = await openAttachment(desk.colleague, wish, minutesLater(2));
    expect(opened).toMatchObject({ mediaType: 'image/png', sizeBytes: file.length });
    expect((await wholeOf(opened.bytes)).equals(file)).toBe(true);
    await openAttachment(desk.colleague, wish, minutesLater(9));
    await openAttachment(desk.colleague, wish, minutesLater(13));
    const looks = (await auditOf(consignmentId)).filter(({ action }) => action === 'consignment.open_attachment');
    expect(looks).toHaveLength(2);
  });

  it('opens to nobody without the permission, and exists for no other office, partner or agency', async () => {
    const { consignmentId } = await aConsignment(desk);
    const { attachmentId } = await attach(desk.partner, consignmentId, 'product_picture', aPicture(4));
    const wish = { consignmentId, attachmentId };
    await expect(openAttachment(desk.analyst, wish)).rejects.toThrow(ForbiddenError);
    await expect(openAttachment(desk.stranger, wish)).rejects.toThrow(NotFoundError);
    await expect(openAttachment({ ...desk.partner, partnerId: NOBODY }, wish)).rejects.toThrow(NotFoundError);
    const elsewhere = { consignmentId: (await aConsignment(desk)).consignmentId, attachmentId };
    await expect(openAttachment(desk.officer, elsewhere)).rejects.toThrow(NotFoundError);
  });

  it('of customs is not told to the partner, and its own is', async () => {
    const reference = 'PICTURED';
    const { consignmentId } = await aConsignment(desk, withReference(reference));
    const scan = await attach(desk.officer, consignmentId, 'scan_image', aPicture(5));
    const own = await attach(desk.partner, consignmentId, 'product_picture', aPicture(6));
    await expect(openAttachment(desk.partner, { consignmentId, attachmentId: scan.attachmentId })).rejects.toThrow(
      NotFoundError,
    );
    const { attachments: told } = await trackConsignment(desk.partner, reference, minutesLater(3));
    expect(told.map(({ attachmentId }) => attachmentId)).toEqual([own.attachmentId]);
    expect(told[0]?.href).toBe(`/api/v1/consignments/${reference}/attachments/${own.attachmentId}`);
  });
});

describe('A paper that names people', () => {
  async function anInvoice() {
    const { consignmentId } = await aConsignment(desk);
    const { attachmentId } = await attach(desk.partner, consignmentId, 'invoice', 'Sold to M. Silva');
    return { consignmentId, attachmentId };
  }

  it('opens for ten minutes to whoever stated a reason, and to no colleague', async () => {
    const wish = await anInvoice();
    expect(await refusalOf(openAttachment(desk.officer, wish, minutesLater(2)))).toEqual(['attachment.reason_first']);
    await revealAttachment(desk.officer, { ...wish, ...REASON }, minutesLater(3));
    const opened = await openAttachment(desk.officer, wish, minutesLater(4));
    expect((await wholeOf(opened.bytes)).toString()).toBe('Sold to M. Silva');
    expect(await refusalOf(openAttachment(desk.colleague, wish, minutesLater(4)))).toEqual(['attachment.reason_first']);
    expect(await refusalOf(openAttachment(desk.officer, wish, minutesLater(14)))).toEqual(['attachment.reason_first']);
  });

  it('of another opens by no reason stated for this one', async () => {
    const { consignmentId, attachmentId } = await anInvoice();
    const other = await attach(desk.partner, consignmentId, 'payment_proof', 'Paid by M. Silva');
    await revealAttachment(desk.officer, { consignmentId, attachmentId, ...REASON }, minutesLater(3));
    const wish = { consignmentId, attachmentId: other.attachmentId };
    expect(await refusalOf(openAttachment(desk.officer, wish, minutesLater(4)))).toEqual(['attachment.reason_first']);
  });

  it('is read by its sender without one', async () => {
    const wish = await anInvoice();
    expect(await openAttachment(desk.partner, wish, minutesLater(2))).toMatchObject({ kind: 'invoice' });
  });

  it('tells the list neither its name nor what it shows, and the reason of a look is kept', async () => {
    const wish = await anInvoice();
    const [told] = await listAttachments(desk.officer, wish.consignmentId);
    expect(told).toMatchObject({ kind: 'invoice', isPersonal: true, fileName: null, caption: null });
    expect(JSON.stringify([told, await auditOf(wish.consignmentId)])).not.toContain('Silva');
    const shown = await revealAttachment(desk.officer, { ...wish, ...REASON }, minutesLater(3));
    expect(shown).toMatchObject({ fileName: 'invoice of M. Silva' });
    expect((await auditOf(wish.consignmentId)).at(-1)).toMatchObject({
      action: 'consignment.reveal_attachment',
      reason: 'audit',
      details: { attachmentId: wish.attachmentId, kind: 'invoice' },
    });
    expect((await timelineOf(wish.consignmentId)).at(-1)).toMatchObject({ kind: 'revealed', actorName: 'A. Kaya' });
  });

  it('is revealed by nobody without the permission or of another office; two may look at once', async () => {
    const wish = await anInvoice();
    for (const actor of [desk.analyst, desk.partner])
      await expect(revealAttachment(actor, { ...wish, ...REASON })).rejects.toThrow(ForbiddenError);
    await expect(revealAttachment(desk.stranger, { ...wish, ...REASON })).rejects.toThrow(NotFoundError);
    const looks = [desk.officer, desk.colleague].map((one) => revealAttachment(one, { ...wish, ...REASON }, NOW));
    await Promise.all(looks);
    expect((await timelineOf(wish.consignmentId)).filter(({ kind }) => kind === 'revealed')).toHaveLength(2);
  });
});

describe('A listing text', () => {
  it('is shown without the ways to reach somebody, and downloads by a reason where it has them', async () => {
    const { consignmentId } = await aConsignment(desk);
    const words = 'Leather shoes. Write to maria@example.org';
    const { attachmentId } = await attach(desk.partner, consignmentId, 'listing_text', words);
    const [told] = await listAttachments(desk.officer, consignmentId);
    expect(told?.text).toBe('Leather shoes. Write to ***');
    const opening = openAttachment(desk.officer, { consignmentId, attachmentId }, minutesLater(2));
    expect(await refusalOf(opening)).toEqual(['attachment.reason_first']);
  });

  it('is listed to those who read the consignment, and to no other office', async () => {
    const { consignmentId } = await aConsignment(desk);
    await attach(desk.partner, consignmentId, 'listing_text', 'Shoes');
    expect(await listAttachments(auditor, consignmentId)).toHaveLength(1);
    await expect(listAttachments(desk.stranger, consignmentId)).rejects.toThrow(NotFoundError);
    await expect(listAttachments(desk.partner, consignmentId)).rejects.toThrow(ForbiddenError);
  });
});
