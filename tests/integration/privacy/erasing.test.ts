import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyLog } from '@/db/cli/verify-log';
import { answerReferral } from '@/db/commands/clearance/answer-referral';
import { commentConsignment } from '@/db/commands/clearance/comment-consignment';
import { referConsignment } from '@/db/commands/clearance/refer-consignment';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { attachFile } from '@/db/commands/consignment/attach-file';
import { revealPartyData } from '@/db/commands/consignment/reveal-party-data';
import { downloadSent } from '@/db/commands/intake/download-sent';
import { eraseConsignmentsDue } from '@/db/commands/privacy/erase-consignments-due';
import { recordStatement } from '@/db/commands/privacy/record-statement';
import { db, withOwnerClient } from '@/db/connection';
import { eraseDue } from '@/db/jobs/erase-due';
import { sealAndTell } from '@/db/jobs/seal-audit';
import { getConsignment } from '@/db/queries/consignment/get-consignment';
import { whatIsDue } from '@/db/queries/privacy/what-is-due';
import {
  accountDays,
  auditLog,
  contributions,
  erasureBatches,
  erasures,
  identities,
  items,
  postings,
  quarantinedRecords,
  referrals,
  submissions,
} from '@/db/schema';
import { readHeads, signingKey } from '@/lib/audit/seal';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { ForbiddenError } from '@/lib/kernel/errors';
import { seededRandom } from '@/lib/kernel/prng';
import { recipientKey, senderKey } from '@/lib/risk/party-keys';
import { aDesk, type Desk, someone } from '../../support/a-desk';
import { sent } from '../../support/a-file';
import { expectStatisticsToAgree, refusalOf, standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { placesOf } from '../../support/everywhere';
import { MARKS, rowOf } from '../../support/marked-people';
import { expectLedgerToAgree, postAll } from '../../support/ledger-balance';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

const database = useDatabase();
const never = new AbortController().signal;
const LATER = new Date('2041-01-15T04:00:00Z');
const key = signingKey(String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })));
let [desk, folder]: [Desk, string] = [{} as Desk, ''];
beforeAll(async () => {
  desk = await aDesk();
  folder = await mkdtemp(join(tmpdir(), 'erasing-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function idOf(reference: string): Promise<string> {
  const [row] = await db().select().from(identities).where(eq(identities.reference, reference));
  if (!row) throw new Error(`${reference} is not there`);
  return row.consignmentId;
}

const verify = async () => {
  await sealAndTell(key, { file: join(folder, 'heads.jsonl'), hook: null }, never);
  const { heads } = readHeads(await readFile(join(folder, 'heads.jsonl'), 'utf8'));
  const keys = new Map([[key.keyId, createPublicKey(key.publicPem)]]);
  return (await withOwnerClient((client) => verifyLog(client, { heads, keys }))).faults;
};

/** Figures of every kind, as text. */
async function figures(): Promise<string> {
  const all = {
    cells: (await db().execute(sql`select * from statistics.cells order by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12`))
      .rows,
    contributions: (await db().select().from(contributions)).sort((a, b) => a.id.localeCompare(b.id)),
    days: await db().select().from(accountDays).orderBy(accountDays.accountId, accountDays.bookedOn, accountDays.kind),
    postings: await db().select().from(postings).orderBy(postings.postingId),
    goods: await db().select().from(items).orderBy(items.consignmentId, items.itemNumber),
  };
  return JSON.stringify(all, (_, value) => (typeof value === 'bigint' ? String(value) : value));
}

/** What people do to a consignment that may write a name somewhere, each by chance. */
async function live(mark: string, chance: () => boolean): Promise<void> {
  const consignmentId = await idOf(`ERASE-${MARKS.indexOf(mark)}`);
  const seen = async () => ({ consignmentId, rowVersion: (await standing(consignmentId)).rowVersion });
  if (chance()) await commentConsignment(desk.officer, { consignmentId, words: `${mark} called` });
  if (chance()) {
    const dueAt = new Date(Date.now() + 86_400_000);
    const question = `Is ${mark} the recipient?`;
    await referConsignment(desk.officer, { ...(await seen()), type: 'rfi', question, dueAt });
    const [asked] = await db().select().from(referrals).where(eq(referrals.consignmentId, consignmentId));
    await answerReferral(desk.partner, { consignmentId, referralId: asked?.referralId ?? '', answer: `Yes, ${mark}` });
  }
  if (chance()) {
    const file = { consignmentId, kind: 'invoice', fileName: `${mark}.txt`, caption: `of ${mark}` } as const;
    await attachFile(desk.partner, file, sent(`Sold to ${mark}`));
  }
  if (chance()) await revealPartyData(desk.officer, { consignmentId, reason: 'notice', note: null });
  if (chance()) {
    const whose = { consignmentId, standsAs: 'recipient', version: 1 } as const;
    const said = { ...whose, kind: 'rectification', cameOn: '2026-11-01', words: `I am ${mark}` } as const;
    await recordStatement(someone('admin', desk.officeId), said);
  }
  if ((await standing(consignmentId)).status === 'selected')
    await releaseConsignment(desk.officer, { ...(await seen()), ground: 'documents_in_order', note: null });
}

describe('Erasing what no law keeps any longer', () => {
  it('leaves figures, ledger and audit log as they were, and of the people nothing in any column of any table', async () => {
    const random = seededRandom(7);
    const submissionId = await sendSubmission(
      desk.partner,
      csvOf([...MARKS.map((mark) => rowOf(mark)), rowOf('Quorvax', { reference: 'ERASE-BAD', value: 'Quorvax' })]),
    );
    // New data of one, and the same again of another.
    await sendSubmission(desk.partner, csvOf([rowOf('Zimblot', { value: '15.50' }), rowOf('Yartovel')]));
    for (const mark of MARKS) await live(mark, () => mark === 'Quorvax' || random() < 0.6);
    await postAll(new Date());
    const keys = MARKS.flatMap((mark) => {
      const nobody = { address: null, city: null, phone: null, email: null };
      return [
        recipientKey({ ...nobody, name: `Nora ${mark}`, postcode: '3011 AA', country: 'NL', id: `NL-${mark}` }),
        senderKey({ ...nobody, name: `${mark} Sender`, postcode: null, country: 'CN', id: `ID-${mark}` }),
      ];
    });
    const [before, held] = [await figures(), await database.owner((client) => placesOf(client, 'Quorvax'))];
    expect(held).toEqual(
      expect.arrayContaining([
        ...['clearance.events.values', 'clearance.referrals.answer', 'clearance.referrals.question'],
        ...['consignment.attachment_chunks.content', 'consignment.attachments.file_name', 'consignment.parties.name'],
        ...['consignment.versions.sent', 'intake.quarantined_records.rows', 'intake.raw_chunks.content'],
        ...['privacy.statements.words', 'risk.profile_facts.seller_name'],
      ]),
    );
    expect(await verify()).toEqual([]);
    const refused = await whatIsDue(someone('auditor', desk.officeId), LATER);
    expect(refused.due).toBe(MARKS.length);

    await eraseDue(never, LATER);
    // What was refused with the bytes of a submission goes first, and the submission after it.
    for (const mark of [...MARKS, ...keys])
      expect([mark, await database.owner((client) => placesOf(client, mark))]).toEqual([mark, []]);
    expect(await figures()).toBe(before);
    await expectStatisticsToAgree();
    await expectLedgerToAgree(new Date());
    expect(await verify()).toEqual([]);
    const [file] = await db().select().from(submissions).where(eq(submissions.id, submissionId));
    expect(file).toMatchObject({ bytesErasedAt: LATER, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await refusalOf(downloadSent(desk.partner, submissionId))).toEqual(['submission.bytes_erased']);
    const [bad] = await db().select().from(quarantinedRecords);
    expect(bad).toMatchObject({ reference: 'ERASE-BAD', state: 'discarded', rows: [], erasedAt: LATER });
    expect(bad?.problems.length).toBeGreaterThan(0);
  });

  it('keeps the version, decision and screen of what was erased, without its people', async () => {
    const detail = await getConsignment(desk.officer, await idOf('ERASE-0'));
    expect(detail.parties.recipient).toEqual({ initial: null, city: null, country: 'NL' });
    expect(detail.row.status).toBe('released');
    expect(detail.versions).toHaveLength(1);
    expect(detail.declared.sellerName).toBeNull();
  });

  it('leaves one audit row a batch, which tells how many and by which policy, and nothing of whom', async () => {
    const batches = await db().select().from(erasureBatches);
    expect(batches.map(({ kind }) => kind).sort()).toEqual(
      ['attachments', 'consignments', 'histories', 'refused_records', 'submissions'].sort(),
    );
    for (const { batchId, kind, erased, policyVersion } of batches) {
      const rows = await db().select().from(auditLog).where(eq(auditLog.subjectId, batchId));
      expect(rows).toMatchObject([
        {
          action: 'privacy.erase',
          subjectType: 'erasure',
          details: { erasedKind: kind, erasedCount: erased, policyVersion },
        },
      ]);
    }
  });

  it('erases nothing twice, and again what came later, whenever it was sent', async () => {
    const batches = await db().$count(erasureBatches);
    await eraseDue(never, LATER);
    expect(await db().$count(erasureBatches)).toBe(batches);
    const consignmentId = await idOf(`ERASE-${MARKS.indexOf('Wexnaldi')}`);
    const words = 'Wexnaldi called';
    const again = async (at: string) => {
      expect(await database.owner((client) => placesOf(client, 'Wexnaldi'))).not.toEqual([]);
      await eraseDue(never, new Date(at));
      expect(await database.owner((client) => placesOf(client, 'Wexnaldi'))).toEqual([]);
    };
    await commentConsignment(desk.officer, { consignmentId, words }, new Date('2041-02-01T10:00:00Z'));
    await again('2041-02-02T00:00:00Z');
    const whose = {
      consignmentId,
      standsAs: 'recipient',
      version: 1,
      kind: 'objection',
      cameOn: '2041-02-03',
    } as const;
    const keeper = someone('admin', desk.officeId);
    await recordStatement(keeper, { ...whose, words }, new Date('2041-02-03T10:00:00Z'));
    await again('2041-02-04T00:00:00Z');
    // Sent before the erasing, and taken in after it.
    await database.owner(async (client) => {
      await client.query("update consignment.parties set name = 'Wexnaldi' where consignment_id = $1", [consignmentId]);
      await client.query('update clearance.clearances set row_version = row_version + 1 where consignment_id = $1', [
        consignmentId,
      ]);
    });
    await again('2041-02-05T00:00:00Z');
    const [last] = await db().select().from(erasures).where(eq(erasures.consignmentId, consignmentId));
    expect(last?.rowVersion).toBeGreaterThan(0);
    expect((await eraseConsignmentsDue(SYSTEM_ACTOR, null, new Date('2041-02-06T00:00:00Z'))).erased).toBe(0);
  });

  it('is refused to everybody but background work', async () => {
    for (const actor of [
      desk.officer,
      desk.supervisor,
      someone('admin', desk.officeId),
      someone('auditor', desk.officeId),
    ])
      await expect(eraseConsignmentsDue(actor, null, LATER)).rejects.toBeInstanceOf(ForbiddenError);
  });
});
