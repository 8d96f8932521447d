import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { downloadSent } from '@/db/commands/intake/download-sent';
import { db } from '@/db/connection';
import { maySeeSent } from '@/db/queries/intake/get-submission';
import { submissions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { aDesk, type Desk, someone } from '../../support/a-desk';
import { auditOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
let desk: Desk;
let auditor: Actor;
const admin = { ...someone('admin', ''), officeId: null, officeIds: [] };
// A byte order mark, an old line end and a script of its own: nothing of it is tidied up.
const SENT = `\uFEFF${csvOf([
  { reference: 'D-1', description: '陶瓷杯' },
  { reference: 'D-2', value: 'x' },
]).replaceAll('\n', '\r\n')}`;

beforeAll(async () => {
  desk = await aDesk();
  auditor = someone('auditor', desk.officeId);
});

async function taken(actor: Actor, submissionId: string): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of (await downloadSent(actor, submissionId)).bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('a submission as it was sent', () => {
  it('leaves byte for byte, with a note of who took it', async () => {
    const submissionId = await sendSubmission(desk.partner, SENT);
    for (const actor of [desk.partner, admin, auditor]) {
      expect((await taken(actor, submissionId)).equals(Buffer.from(SENT))).toBe(true);
    }
    const noted = (await auditOf(submissionId)).filter(({ action }) => action === 'intake.download_sent');
    expect(noted.map(({ actorId }) => actorId).sort()).toEqual(
      [desk.partner, admin, auditor].map(({ id }) => id).sort(),
    );
    expect(noted[0]?.details).toMatchObject({ sizeBytes: Buffer.byteLength(SENT) });
  });

  it('is for its sender, administrators and auditors only', async () => {
    const submissionId = await sendSubmission(desk.partner, SENT);
    for (const actor of [desk.officer, desk.supervisor, desk.analyst]) {
      await expect(downloadSent(actor, submissionId)).rejects.toThrow(ForbiddenError);
    }
    const { partner } = await aDesk();
    await expect(downloadSent(partner, submissionId)).rejects.toThrow(NotFoundError);
    await expect(downloadSent(desk.partner, 'no-id')).rejects.toThrow(NotFoundError);
  });

  it('exists for auditors only where all of its offices are their own', async () => {
    const both = csvOf([{ reference: 'D-3' }, { reference: 'D-4', office: 'BELGG' }]);
    const submissionId = await sendSubmission(desk.partner, both);
    await expect(downloadSent(auditor, submissionId)).rejects.toThrow(NotFoundError);
    const everywhere = { ...auditor, officeIds: ['NLRTM', 'BELGG', 'DEFRA'] };
    expect((await taken(everywhere, submissionId)).equals(Buffer.from(both))).toBe(true);
  });

  it('exists for auditors only when all of it is judged, and nothing in it is of no office', async () => {
    const submissionId = await sendSubmission(desk.partner, csvOf([{ reference: 'D-5' }]));
    const as = (status: 'processing' | 'finished' | 'receiving') =>
      db()
        .update(submissions)
        .set({ status, finishedAt: status === 'finished' ? new Date() : null })
        .where(eq(submissions.id, submissionId));
    await as('processing');
    expect(await maySeeSent(auditor, submissionId)).toBe(false);
    await expect(downloadSent(auditor, submissionId)).rejects.toThrow(NotFoundError);
    expect(await maySeeSent(desk.partner, submissionId)).toBe(true);
    await as('receiving');
    await expect(downloadSent(desk.partner, submissionId)).rejects.toThrow(NotFoundError);
    await as('finished');
    expect(await maySeeSent(auditor, submissionId)).toBe(true);
    expect(await maySeeSent(desk.officer, submissionId)).toBe(false);

    const homeless = await sendSubmission(
      desk.partner,
      csvOf([{ reference: 'D-6' }, { reference: 'D-7', office: 'NLQQQ' }]),
    );
    const unread = await sendSubmission(desk.partner, 'no,such,header\n1,2,3\n');
    for (const id of [homeless, unread]) {
      await expect(downloadSent(auditor, id)).rejects.toThrow(NotFoundError);
      expect(await maySeeSent(admin, id)).toBe(true);
    }
  });
});
