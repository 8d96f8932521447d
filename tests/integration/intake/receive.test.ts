import { randomUUID } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { LeaseLostError } from '@/db/commands/intake/lease-lost';
import { processSubmission } from '@/db/commands/intake/process-submission';
import { MAX_SUBMISSION_BYTES, receiveSubmission } from '@/db/commands/intake/receive-submission';
import { recordProblemsExport } from '@/db/commands/intake/record-problems-export';
import { stageSubmission } from '@/db/commands/intake/stage-submission';
import { db } from '@/db/connection';
import { demoPartnerActor, seedDemoPartners } from '@/db/demo/partners';
import { listSubmissions } from '@/db/queries/intake/list-submissions';
import { submissions } from '@/db/schema';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { someone } from '../../support/a-desk';
import { auditOf, refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { csvOf, oneByOne } from '../../support/submissions';

useDatabase();
const platform = demoPartnerActor('harbour-lane');
beforeAll(async () => {
  await inTransaction(async (tx) => {
    await seedReference(tx);
    await seedDemoPartners(tx, new Date());
  });
});

const receive = (body: AsyncIterable<Uint8Array>, idempotencyKey: string | null = null) =>
  receiveSubmission(platform, {
    format: 'csv',
    contentType: 'text/csv',
    fileName: null,
    idempotencyKey,
    announcedBytes: null,
    body,
  });
const file = (reference: string) => oneByOne(Buffer.from(csvOf([{ reference }])));

/** The submission begun last. */
async function latest() {
  const [row] = await db().select().from(submissions).orderBy(desc(submissions.receivedAt)).limit(1);
  return row;
}

describe('Receiving', () => {
  it('refuses a body that is announced too large before a byte of it is taken', async () => {
    let taken = 0;
    const body = async function* () {
      taken += 1;
      yield* file('L-1');
    };
    const announcedBytes = MAX_SUBMISSION_BYTES + 1;
    const input = { format: 'csv', contentType: 'text/csv', fileName: null, idempotencyKey: null } as const;
    expect(await refusalOf(receiveSubmission(platform, { ...input, announcedBytes, body: body() }))).toEqual([
      'submission.too_large',
    ]);
    expect(taken).toBe(0);
    expect(await latest()).toMatchObject({ status: 'refused', problems: [{ code: 'file_too_large' }] });
  });

  it('does not wait for ever for a sender who broke off', async () => {
    const brokenOff = async function* () {
      yield* file('A-1');
      throw new Error('aborted');
    };
    await expect(receive(brokenOff())).rejects.toThrow('aborted');
    expect(await latest()).toMatchObject({ status: 'refused', problems: [{ code: 'file_broken_off' }] });
  });

  it('refuses the second of two bodies that race under one key with other content, and keeps none half received', async () => {
    const outcomes = await Promise.allSettled([receive(file('B-1'), 'one-key'), receive(file('B-2'), 'one-key')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(await refusalOf(Promise.reject(lost?.reason))).toEqual(['idempotency.conflict']);
    const waiting = await db().select().from(submissions).where(eq(submissions.status, 'receiving'));
    expect(waiting).toEqual([]);
  });
});

describe('Reading', () => {
  it('is published by the worker that holds the lease, not by one that lost it', async () => {
    const { submissionId } = await receive(file('C-1'));
    const lease = (leasedBy: string) =>
      db().update(submissions).set({ status: 'staging', leasedBy }).where(eq(submissions.id, submissionId)).returning();
    const [mine] = await lease(randomUUID());
    if (!mine) throw new Error('not leased');
    await lease(randomUUID());
    await expect(stageSubmission(SYSTEM_ACTOR, mine, new Date())).rejects.toThrow(LeaseLostError);
    const [now] = await db().select().from(submissions).where(eq(submissions.id, submissionId));
    expect(now).toMatchObject({ status: 'staging', recordsReceived: 0 });
  });
});

describe('The file of problems', () => {
  it('is noted with who took it, and exists for no other partner', async () => {
    const { submissionId } = await receive(oneByOne(Buffer.from(csvOf([{ reference: 'D-1', value: '1e3' }]))));
    await processSubmission(platform, submissionId);
    const auditor = someone('auditor', 'NLRTM');
    await recordProblemsExport(auditor, submissionId);
    await expect(recordProblemsExport(demoPartnerActor('mosaic-bazaar'), submissionId)).rejects.toThrow(NotFoundError);
    await expect(recordProblemsExport({ ...auditor, role: 'analyst' }, submissionId)).rejects.toThrow(ForbiddenError);
    const told = (await auditOf(submissionId)).filter(({ action }) => action === 'intake.export_problems');
    expect(told).toMatchObject([{ actorId: auditor.id, details: { quarantined: 1 } }]);
  });
});

describe('The list of submissions', () => {
  it('takes a cursor it cannot read as none', async () => {
    const { rows } = await listSubmissions(platform, null);
    expect(rows.length).toBeGreaterThan(0);
    for (const cursor of ['1_00000000-0000-4000-8000-000000000001', "x'_y", '2026-02-30T00:00:00Z_no']) {
      expect((await listSubmissions(platform, cursor)).rows).toEqual(rows);
    }
  });
});
