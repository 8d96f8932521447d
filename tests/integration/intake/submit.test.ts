import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { processSubmission } from '@/db/commands/intake/process-submission';
import { receiveSubmission } from '@/db/commands/intake/receive-submission';
import { settleSubmission } from '@/db/commands/intake/settle-submission';
import { db } from '@/db/connection';
import { demoPartnerActor, seedDemoPartners } from '@/db/demo/partners';
import { exportProblems } from '@/db/queries/intake/export-problems';
import { getSubmission, listQuarantined } from '@/db/queries/intake/get-submission';
import { auditLog, clearances, consignments, rawChunks, versions } from '@/db/schema';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import { type Actor, SYSTEM_ACTOR } from '@/lib/identity/actor';
import type { IntakeFormat } from '@/lib/intake/staged-row';
import { ForbiddenError, NotFoundError, RefusedError } from '@/lib/kernel/errors';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { useDatabase } from '../../support/database';
import { csvOf, itmattItem, oneByOne } from '../../support/submissions';

useDatabase();
const platform = demoPartnerActor('harbour-lane');
const carrier = demoPartnerActor('northwing-express');
const post = demoPartnerActor('lowland-post');

beforeAll(async () => {
  await inTransaction(async (tx) => {
    await seedReference(tx);
    await seedDemoPartners(tx, new Date());
  });
});

type Send = { actor?: Actor; format?: IntakeFormat; key?: string | null; announced?: number | null };

async function send(body: string, { actor = platform, format = 'csv', key = null, announced = null }: Send = {}) {
  const received = await receiveSubmission(actor, {
    format,
    contentType: format === 'csv' ? 'text/csv' : 'application/json',
    fileName: null,
    idempotencyKey: key,
    announcedBytes: announced,
    body: oneByOne(Buffer.from(body)),
  });
  await processSubmission(actor, received.submissionId);
  return { ...received, submission: await getSubmission(actor, received.submissionId) };
}

const idOf = (actor: Actor, reference: string) => consignmentIdOf(actor.partnerId ?? '', reference);

describe('a submission', () => {
  it('becomes assessed consignments, and every record is accounted for', async () => {
    const { submission } = await send(
      csvOf([{ reference: 'A-1' }, { reference: 'A-2', value: '12,50' }, { reference: 'A-3' }]),
    );
    expect(submission).toMatchObject({
      status: 'finished',
      received: 3,
      accepted: 2,
      quarantined: 1,
      unchanged: 0,
      updated: 0,
    });
    const [row] = await db()
      .select()
      .from(clearances)
      .where(eq(clearances.consignmentId, idOf(platform, 'A-1')));
    expect(row).toMatchObject({ reference: 'A-1', officeId: 'NLRTM' });
  });

  it('keeps its bytes as sent, and leaves audit rows of the sending and of each batch', async () => {
    const body = csvOf([{ reference: 'B-1', description: 'Füllfederhalter, blau 🖋' }]);
    const { submissionId, submission } = await send(body);
    const chunks = await db().select().from(rawChunks).where(eq(rawChunks.submissionId, submissionId));
    expect(Buffer.concat(chunks.map((chunk) => chunk.content)).toString('utf8')).toBe(body);
    expect(submission.sha256).toHaveLength(64);
    const audit = await db().select().from(auditLog).where(eq(auditLog.subjectId, submissionId));
    expect(audit.map((row) => row.action).sort()).toEqual(['intake.process', 'intake.submit']);
  });

  it('names line, field, rule and value of what it refuses, and gives the row back to mend', async () => {
    const { submissionId } = await send(csvOf([{ reference: 'C-1' }, { reference: 'C-2', value: '1e3' }]));
    const [refused] = await listQuarantined(platform, submissionId);
    expect(refused).toMatchObject({ line: 3, reference: 'C-2' });
    expect(refused?.problems[0]).toMatchObject({ pointer: expect.stringContaining('value'), value: '1e3' });
    let file = '';
    for await (const piece of await exportProblems(platform, submissionId)) file += piece;
    expect(file).toContain('C-2');
    expect(file.split('\r\n')[0]).toContain('reference');
  });

  it('is unchanged when sent again, and a new version when it says something else', async () => {
    await send(csvOf([{ reference: 'D-1' }]));
    expect((await send(csvOf([{ reference: 'D-1' }]))).submission).toMatchObject({
      unchanged: 1,
      accepted: 0,
      updated: 0,
    });
    expect((await send(csvOf([{ reference: 'D-1', value: '31.00' }]))).submission).toMatchObject({ updated: 1 });
    const kept = await db()
      .select()
      .from(versions)
      .where(eq(versions.consignmentId, idOf(platform, 'D-1')));
    expect(kept.map((version) => version.version).sort()).toEqual([1, 2]);
    const [row] = await db()
      .select()
      .from(clearances)
      .where(eq(clearances.consignmentId, idOf(platform, 'D-1')));
    expect(row?.isUpdated).toBe(true);
  });

  it('joins the rows of one reference wherever they stand in the file', async () => {
    const { submission } = await send(
      csvOf([
        { reference: 'E-1' },
        { reference: 'E-2' },
        { reference: 'E-1', item_number: '2', description: 'Ceramic mug' },
      ]),
    );
    expect(submission).toMatchObject({ received: 2, accepted: 2 });
    const result = await db().execute<{ n: number }>(
      sql`select count(*)::int as n from consignment.items where consignment_id = ${idOf(platform, 'E-1')}`,
    );
    expect(result.rows[0]?.n).toBe(2);
  });

  it('takes postal items as posts send them', async () => {
    const { submission } = await send(JSON.stringify([itmattItem()]), { actor: post, format: 'json' });
    expect(submission).toMatchObject({ status: 'finished', received: 1, accepted: 1 });
  });
});

describe('sending twice', () => {
  it('under one key gives the first answer, and other content a conflict', async () => {
    const body = csvOf([{ reference: 'F-1' }]);
    const first = await send(body, { key: 'k-1' });
    const second = await send(body, { key: 'k-1' });
    expect(second).toMatchObject({ submissionId: first.submissionId, isReplay: true });
    await expect(send(csvOf([{ reference: 'F-2' }]), { key: 'k-1' })).rejects.toThrow(RefusedError);
  });

  it('at once by two routes ends as one consignment', async () => {
    const body = csvOf(Array.from({ length: 40 }, (_, index) => ({ reference: `G-${index}` })));
    const [one, two] = await Promise.all([send(body), send(body)]);
    expect(one.submission.accepted + two.submission.accepted).toBe(40);
    expect(one.submission.unchanged + two.submission.unchanged).toBe(40);
  });

  it('at once with different content ends with what was received last, one version on top of the other', async () => {
    await send(csvOf([{ reference: 'G-x' }]));
    const both = await Promise.all([41, 42].map((value) => send(csvOf([{ reference: 'G-x', value: `${value}.00` }]))));
    const sent = both.map(({ submission }) => submission);
    const lastAt = sent
      .map(({ receivedAt }) => receivedAt)
      .sort()
      .at(-1);
    for (const { receivedAt, updated, quarantined } of sent) {
      expect(updated + quarantined).toBe(1);
      // The earlier one may come second to the consignment: then it is told that it was overtaken.
      if (receivedAt === lastAt) expect(updated).toBe(1);
    }
    const updates = sent.filter(({ updated }) => updated === 1);
    const kept = await db()
      .select({ version: versions.version })
      .from(versions)
      .where(eq(versions.consignmentId, idOf(platform, 'G-x')));
    expect(kept.map(({ version }) => version).sort()).toEqual([1, ...updates.map((_, index) => index + 2)]);
  });

  it('is refused when fewer bytes arrive than announced', async () => {
    await expect(send(csvOf([{ reference: 'H-1' }]), { announced: 10_000 })).rejects.toThrow('submission.incomplete');
  });
});

describe('a small submission', () => {
  it('is finished when its sender gets the answer, also when the worker leased it first', async () => {
    const body = csvOf(Array.from({ length: 60 }, (_, index) => ({ reference: `S-${index}` })));
    const { submissionId } = await receiveSubmission(platform, {
      format: 'csv',
      contentType: 'text/csv',
      fileName: null,
      idempotencyKey: null,
      announcedBytes: null,
      body: oneByOne(Buffer.from(body)),
    });
    const worker = processSubmission(SYSTEM_ACTOR, submissionId);
    await settleSubmission(platform, submissionId);
    expect(await getSubmission(platform, submissionId)).toMatchObject({
      status: 'finished',
      received: 60,
      accepted: 60,
    });
    await worker;
  });
});

describe('a file that cannot be read', () => {
  it('is refused whole, and none of its good rows is used', async () => {
    const { submission } = await send(`${csvOf([{ reference: 'I-1' }])}"I-2,never closed`);
    expect(submission.status).toBe('refused');
    expect(submission.problems.length).toBeGreaterThan(0);
    const found = await db()
      .select()
      .from(consignments)
      .where(eq(consignments.consignmentId, idOf(platform, 'I-1')));
    expect(found).toEqual([]);
  });
});

describe('authority', () => {
  it('hides a submission from other partners', async () => {
    const { submissionId } = await send(csvOf([{ reference: 'J-1' }]));
    await expect(getSubmission(carrier, submissionId)).rejects.toThrow(NotFoundError);
  });
  it('lets no officer submit', async () => {
    const officer: Actor = { ...platform, kind: 'user', role: 'officer', partnerId: null };
    await expect(send(csvOf([{ reference: 'K-1' }]), { actor: officer })).rejects.toThrow(ForbiddenError);
  });
});
