import { beforeAll, describe, expect, it } from 'vitest';
import { answerHold } from '@/db/commands/agency/answer-hold';
import { holdConsignment } from '@/db/commands/clearance/hold-consignment';
import { attachFile } from '@/db/commands/consignment/attach-file';
import { openAttachment } from '@/db/commands/consignment/open-attachment';
import { revealAttachment } from '@/db/commands/consignment/reveal-attachment';
import { filesOfHold } from '@/db/queries/agency/files-of-hold';
import { listAttachments } from '@/db/queries/consignment/list-attachments';
import type { AttachmentKind } from '@/lib/attachments/kinds';
import type { Actor } from '@/lib/identity/actor';
import { ForbiddenError, InvalidInputError, NotFoundError } from '@/lib/kernel/errors';
import { aConsignment } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW, someone } from '../../support/a-desk';
import { aPicture, sent, wholeOf } from '../../support/a-file';
import { sharedWithAgency } from '../../support/a-memorandum';
import { auditOf, refusalOf, standing, timelineOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
const inspector = agent('market_surveillance', 'I. Kos');
const other = agent('wildlife', 'K. Berg');

function agent(agencyId: string, name: string): Actor {
  return { ...someone('agency', 'NLRTM', name), officeId: null, officeIds: [], agencyId };
}

beforeAll(async () => {
  desk = await aDesk();
  await sharedWithAgency('market_surveillance');
});

const JUDGEMENT = 'Looks forged to us';
const SCAN = aPicture(91);

/** Goods held for market surveillance, with a scan of customs and an invoice of the partner. */
async function heldWithFiles() {
  const { consignmentId } = await aConsignment(desk);
  const attach = async (actor: Actor, kind: AttachmentKind, content: Uint8Array | string) => {
    const input = { consignmentId, kind, caption: JUDGEMENT, fileName: `${JUDGEMENT}.png` };
    return (await attachFile(actor, input, sent(content), NOW)).attachmentId;
  };
  const scan = { consignmentId, attachmentId: await attach(desk.officer, 'scan_image', SCAN) };
  const invoice = { consignmentId, attachmentId: await attach(desk.partner, 'invoice', 'Sold to M. Silva') };
  const asked = {
    ground: 'safety_check',
    note: 'Does it bear a true CE mark?',
    agencyId: 'market_surveillance',
    dueAt: minutesLater(600),
    ...{ consignmentId, rowVersion: (await standing(consignmentId)).rowVersion },
  } as const;
  const { holdId } = await holdConsignment(desk.officer, asked, NOW);
  return { consignmentId, holdId, scan, invoice };
}

describe('The files of goods under a hold for an agency', () => {
  it('are listed to it without who of customs or which partner sent them, and without the words of customs', async () => {
    const { consignmentId, holdId } = await heldWithFiles();
    const files = await filesOfHold(inspector, consignmentId, holdId);
    expect(files.map(({ kind }) => kind).sort()).toEqual(['invoice', 'scan_image']);
    const told = JSON.stringify(files);
    for (const hidden of [JUDGEMENT, desk.officer.name, desk.partner.name, 'Silva']) expect(told).not.toContain(hidden);
  });

  it('open to it: pictures at once, papers for a reason of its own, both on record', async () => {
    const { consignmentId, scan, invoice } = await heldWithFiles();
    const opened = await openAttachment(inspector, scan, minutesLater(1));
    expect((await wholeOf(opened.bytes)).equals(SCAN)).toBe(true);
    expect(opened.fileName).toBeNull();
    expect(await refusalOf(openAttachment(inspector, invoice, minutesLater(1)))).toEqual(['attachment.reason_first']);
    const ofOfficers = { ...invoice, reason: 'seizure_file', note: null } as const;
    await expect(revealAttachment(inspector, ofOfficers, minutesLater(2))).rejects.toThrow(InvalidInputError);
    await revealAttachment(inspector, { ...invoice, reason: 'licence_check', note: null }, minutesLater(2));
    const paper = await openAttachment(inspector, invoice, minutesLater(3));
    expect((await wholeOf(paper.bytes)).toString()).toBe('Sold to M. Silva');
    expect((await timelineOf(consignmentId)).at(-1)).toMatchObject({ kind: 'revealed', actorName: inspector.name });
    expect((await auditOf(consignmentId)).map(({ action }) => action)).toContain('consignment.reveal_attachment');
  });

  it('are there for no other agency, and for this one no longer once it has answered', async () => {
    const { consignmentId, holdId, scan, invoice } = await heldWithFiles();
    await expect(filesOfHold(other, consignmentId, holdId)).rejects.toThrow(NotFoundError);
    await expect(openAttachment(other, scan, NOW)).rejects.toThrow(NotFoundError);
    await expect(filesOfHold(desk.officer, consignmentId, holdId)).rejects.toThrow(ForbiddenError);
    await expect(listAttachments(inspector, consignmentId)).rejects.toThrow(ForbiddenError);
    const answer = { consignmentId, holdId, seenAnswers: 0, verdict: 'approve', words: 'The mark is true.' } as const;
    await answerHold(inspector, answer, minutesLater(5));
    expect(await filesOfHold(inspector, consignmentId, holdId)).toEqual([]);
    await expect(openAttachment(inspector, scan, minutesLater(6))).rejects.toThrow(NotFoundError);
    const reveal = revealAttachment(inspector, { ...invoice, reason: 'complaint', note: null }, minutesLater(6));
    await expect(reveal).rejects.toThrow(NotFoundError);
  });
});
