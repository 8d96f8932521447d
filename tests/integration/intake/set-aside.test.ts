import { beforeAll, describe, expect, it } from 'vitest';
import { discardRecord } from '@/db/commands/intake/discard-record';
import { demoPartnerActor, seedDemoPartners } from '@/db/demo/partners';
import { countQuarantineByRule, getRefusedRecord, listQuarantine } from '@/db/queries/intake/list-quarantine';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { textOf } from '@/lib/intake/replay-body';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { useDatabase } from '../../support/database';
import { aPerson, auditAbout, signedIn } from '../../support/people';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
const platform = demoPartnerActor('harbour-lane');
const carrier = demoPartnerActor('northwing-express');
let supervisor: Actor;
let officer: Actor;

beforeAll(async () => {
  await inTransaction(async (tx) => {
    await seedReference(tx);
    await seedDemoPartners(tx, new Date());
  });
  supervisor = await signedIn((await aPerson({ role: 'supervisor' })).id);
  officer = await signedIn((await aPerson({ role: 'officer' })).id);
});

describe('setting a refused record aside', () => {
  it('keeps it as sent with the reason and an audit row, once', async () => {
    const submissionId = await sendSubmission(platform, csvOf([{ reference: 'S-1', value: 'x' }]));
    const input = { submissionId, recordNumber: 1, reason: 'The sender took it back.' };
    await expect(discardRecord(officer, input)).rejects.toThrow(ForbiddenError);
    await expect(discardRecord(carrier, input)).rejects.toThrow(NotFoundError);
    const ends = await Promise.allSettled([discardRecord(platform, input), discardRecord(supervisor, input)]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const kept = await getRefusedRecord(platform, submissionId, 1);
    expect(kept).toMatchObject({ state: 'discarded', discardReason: input.reason });
    expect(textOf(kept.rows)).toContain('S-1');
    const audit = (await auditAbout(submissionId)).filter(({ action }) => action === 'intake.discard');
    expect(audit).toMatchObject([{ reason: input.reason, details: { recordNumber: 1 } }]);
  });
});

describe('the list of what waits', () => {
  it('pages by key, narrows by rule and counts by rule', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => ({ reference: `L-${index}`, currency: 'EURO' }));
    const submissionId = await sendSubmission(carrier, csvOf([...rows, { reference: 'L-60', value: 'x' }]));
    const first = await listQuarantine(carrier, { code: null, after: null });
    const second = await listQuarantine(carrier, { code: null, after: first.next });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 11, null]);
    const numbers = [...first.rows, ...second.rows].map((row) => row.recordNumber);
    expect(new Set(numbers).size).toBe(61);
    const narrowed = await listQuarantine(carrier, { code: 'decimal_shape', after: null });
    expect(narrowed.rows.map((row) => row.reference)).toEqual(['L-60']);
    expect((await listQuarantine(carrier, { code: 'no\u0000rule', after: null })).rows).toEqual([]);
    for (const after of [
      '1',
      `2026_${submissionId}_1`,
      `x_${submissionId}_1`,
      `2026-02-30T00:00:00.000Z_${submissionId}_1`,
    ]) {
      expect((await listQuarantine(carrier, { code: null, after })).rows).toHaveLength(50);
    }
    const counts = await countQuarantineByRule(carrier, submissionId);
    expect(counts.map(({ records }) => records)).toEqual([60, 1]);
    await expect(listQuarantine({ ...carrier, role: 'analyst' }, { code: null, after: null })).rejects.toThrow(
      ForbiddenError,
    );
  });
});
