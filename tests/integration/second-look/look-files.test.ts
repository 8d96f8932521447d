import { beforeAll, describe, expect, it } from 'vitest';
import { attachFile } from '@/db/commands/consignment/attach-file';
import { openAttachment } from '@/db/commands/consignment/open-attachment';
import { revealAttachment } from '@/db/commands/consignment/reveal-attachment';
import { answerSecondLook } from '@/db/commands/second-look/answer-second-look';
import { takeSecondLook } from '@/db/commands/second-look/take-second-look';
import { getSecondLook } from '@/db/queries/second-look/get-second-look';
import type { AttachmentKind } from '@/lib/attachments/kinds';
import type { Actor } from '@/lib/identity/actor';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { aDesk, type Desk } from '../../support/a-desk';
import { aPicture, sent, wholeOf } from '../../support/a-file';
import { aDrawnRelease, noLooks, now } from '../../support/a-second-look';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const WORDS = 'Counterfeit logo, says the first';
const PAPER = 'Found: counterfeit';
const before = () => new Date(Date.now() - 120_000);

/** A release that a colleague looks at again, with files from before it and from after it. */
async function aLookWithFiles() {
  await noLooks();
  const { consignmentId, lookId } = await aDrawnRelease(desk);
  const attach = async (actor: Actor, kind: AttachmentKind, content: Uint8Array | string, at: Date) => {
    const input = { consignmentId, kind, caption: WORDS, fileName: WORDS };
    return { consignmentId, attachmentId: (await attachFile(actor, input, sent(content), at)).attachmentId };
  };
  const scan = aPicture(41);
  const files = {
    scan: await attach(desk.officer, 'scan_image', scan, before()),
    listing: await attach(desk.partner, 'listing_text', 'Leather shoes', before()),
    invoice: await attach(desk.officer, 'invoice', 'Sold to M. Silva', before()),
    ownPaper: await attach(desk.officer, 'other_document', PAPER, before()),
    later: await attach(desk.officer, 'scan_image', aPicture(42), now()),
  };
  await takeSecondLook(desk.colleague, {}, now());
  return { consignmentId, lookId, scan, files };
}

describe('A blind second look', () => {
  it('shows the pictures and papers that were there before, without the name and the words of customs', async () => {
    const { consignmentId, files, scan } = await aLookWithFiles();
    const look = await getSecondLook(desk.colleague, consignmentId, now());
    if (look.state !== 'blind') throw new Error('not blind');
    expect(look.attachments.map(({ attachmentId }) => attachmentId).sort()).toEqual(
      [files.scan, files.listing, files.invoice].map(({ attachmentId }) => attachmentId).sort(),
    );
    const told = JSON.stringify(look.attachments);
    for (const hidden of [desk.officer.name, desk.officer.id, PAPER]) expect(told).not.toContain(hidden);
    expect(look.attachments.find(({ kind }) => kind === 'scan_image')).toMatchObject({ caption: null, fileName: null });
    expect(look.attachments.find(({ kind }) => kind === 'listing_text')).toMatchObject({
      ...{ text: 'Leather shoes', caption: WORDS, sentByName: desk.partner.name },
    });
    const opened = await openAttachment(desk.colleague, files.scan, now());
    expect(opened.fileName).toBeNull();
    expect((await wholeOf(opened.bytes)).equals(scan)).toBe(true);
    const shown = await revealAttachment(desk.colleague, { ...files.invoice, reason: 'audit', note: null }, now());
    expect(shown).toMatchObject({ fileName: null, caption: null });
    expect(await openAttachment(desk.colleague, files.invoice, now())).toMatchObject({ fileName: null });
  });

  it('opens neither what came after the decision nor what the first officer wrote, by no address', async () => {
    const { consignmentId, lookId, files } = await aLookWithFiles();
    for (const file of [files.later, files.ownPaper]) {
      await expect(openAttachment(desk.colleague, file, now())).rejects.toThrow(NotFoundError);
      const reveal = revealAttachment(desk.colleague, { ...file, reason: 'audit', note: null }, now());
      await expect(reveal).rejects.toThrow(NotFoundError);
    }
    // Nobody else is blind, and the colleague no more once the answer is given.
    expect(await openAttachment(desk.supervisor, files.later, now())).toMatchObject({ fileName: WORDS });
    const answer = { consignmentId, lookId, answer: 'release', reason: 'documents_in_order' } as const;
    await answerSecondLook(desk.colleague, answer, now());
    expect(await openAttachment(desk.colleague, files.later, now())).toMatchObject({ fileName: WORDS });
  });

  it('opens its files to no other role and no other office', async () => {
    const { files } = await aLookWithFiles();
    await expect(openAttachment(desk.analyst, files.scan, now())).rejects.toThrow(ForbiddenError);
    await expect(openAttachment(desk.stranger, files.scan, now())).rejects.toThrow(NotFoundError);
  });
});
