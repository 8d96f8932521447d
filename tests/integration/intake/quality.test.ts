import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { discardRecord } from '@/db/commands/intake/discard-record';
import { processSubmission } from '@/db/commands/intake/process-submission';
import { receiveSubmission } from '@/db/commands/intake/receive-submission';
import { db } from '@/db/connection';
import { demoPartnerActor, seedDemoPartners } from '@/db/demo/partners';
import { getDataRules } from '@/db/queries/policy/get-data-rules';
import { getPartnerQuality } from '@/db/queries/quality/get-partner-quality';
import { getSubmissionQuality } from '@/db/queries/quality/get-submission-quality';
import { listPartnerQuality } from '@/db/queries/quality/list-partner-quality';
import { consignments, qualityDays, quarantinedRecords, versions } from '@/db/schema';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { csvOf, oneByOne } from '../../support/submissions';

useDatabase();
const platform = demoPartnerActor('harbour-lane');
const carrier = demoPartnerActor('northwing-express');
const post = demoPartnerActor('lowland-post');
const TODAY = new Date();
const YESTERDAY = new Date(TODAY.getTime() - 86_400_000);

/** Nothing is missing: the score is 100. */
const COMPLETE = { house_ref: 'H-1' };
/** The good row lacks a transport document, which costs the six points of a missing column. */
const LACKING = {};

beforeAll(async () => {
  await inTransaction(async (tx) => {
    await seedReference(tx);
    await seedDemoPartners(tx, TODAY);
  });
});

async function send(actor: Actor, rows: readonly Record<string, string>[], at = TODAY) {
  const [first] = rows;
  const { submissionId } = await receiveSubmission(
    actor,
    {
      format: 'csv',
      contentType: 'text/csv',
      fileName: first?.reference ?? null,
      idempotencyKey: null,
      announcedBytes: null,
      body: oneByOne(Buffer.from(csvOf(rows))),
    },
    at,
  );
  await processSubmission(actor, submissionId);
  return submissionId;
}

const idOf = (actor: Actor, reference: string) => consignmentIdOf(actor.partnerId ?? '', reference);
const own = (actor: Actor) => getPartnerQuality(actor, actor.partnerId ?? '', 30, TODAY);

describe('the score of a record', () => {
  it('is kept with the consignment, its version and the refused record', async () => {
    const submissionId = await send(platform, [
      { reference: 'S-1', ...COMPLETE },
      { reference: 'S-2', ...LACKING },
      { reference: 'S-3', value: '1,50' },
    ]);
    const scores = async (reference: string) => {
      const id = idOf(platform, reference);
      const [now] = await db().select().from(consignments).where(eq(consignments.consignmentId, id));
      const [first] = await db().select().from(versions).where(eq(versions.consignmentId, id));
      return [now?.qualityScore, first?.qualityScore];
    };
    expect(await scores('S-1')).toEqual([100, 100]);
    expect(await scores('S-2')).toEqual([94, 94]);
    const [refused] = await db()
      .select()
      .from(quarantinedRecords)
      .where(eq(quarantinedRecords.submissionId, submissionId));
    expect(refused?.qualityScore).toBe(40);
  });

  it('keeps no personal value among the warnings of the consignment', async () => {
    await send(platform, [{ reference: 'S-6', ...COMPLETE, recipient_postcode: 'Rotterdam' }]);
    const [row] = await db()
      .select()
      .from(consignments)
      .where(eq(consignments.consignmentId, idOf(platform, 'S-6')));
    expect(row?.warnings).toMatchObject([{ code: 'postcode_shape', pointer: 'recipient_postcode', value: '***' }]);
  });

  it('refuses an H7 record of 150.01 EUR and keeps one of 150.00', async () => {
    const submissionId = await send(platform, [
      { reference: 'S-4', ...COMPLETE, value: '150.00' },
      { reference: 'S-5', ...COMPLETE, value: '150.01' },
    ]);
    const refused = await db()
      .select()
      .from(quarantinedRecords)
      .where(eq(quarantinedRecords.submissionId, submissionId));
    expect(refused.map(({ reference, problems }) => [reference, problems.map(({ code }) => code)])).toEqual([
      ['S-5', ['h7_over_limit']],
    ]);
  });
});

describe('the quality of a submission', () => {
  it('counts every record it brought, the unchanged ones too, by band and by finding', async () => {
    await send(carrier, [{ reference: 'F-1', ...COMPLETE }]);
    const submissionId = await send(carrier, [
      { reference: 'F-1', ...COMPLETE },
      { reference: 'F-2', ...LACKING },
      { reference: 'F-3', ...LACKING },
      { reference: 'F-4', ...COMPLETE, currency: 'EURO' },
    ]);
    const quality = await getSubmissionQuality(carrier, submissionId);
    expect(quality).toMatchObject({ records: 4, average: (100 + 94 + 94 + 40) / 4, bands: { good: 3, poor: 1 } });
    expect(quality.findings).toEqual([
      { code: 'one_of_missing', severity: 'warning', field: 'house_ref', records: 2, examples: ['F-3'] },
      { code: 'currency_unknown', severity: 'error', field: 'items.currency', records: 1, examples: ['F-4'] },
    ]);
    await expect(getSubmissionQuality(platform, submissionId)).rejects.toThrow(NotFoundError);
  });
});

describe('the quality of a partner', () => {
  const figures = async () => {
    const { periods, bands, findings } = await own(post);
    return { ...periods[0], good: bands.good, codes: findings.map(({ code, records }) => [code, records]) };
  };

  it('replaces what an amended consignment added, on the day it was first received', async () => {
    await send(post, [{ reference: 'P-1', ...LACKING }], YESTERDAY);
    expect(await figures()).toMatchObject({ records: 1, refused: 0, average: 94, codes: [['one_of_missing', 1]] });
    await send(post, [{ reference: 'P-1', ...COMPLETE }]);
    expect(await figures()).toMatchObject({ records: 1, average: 100, good: 1, codes: [] });
    const days = await db()
      .select()
      .from(qualityDays)
      .where(and(eq(qualityDays.partnerId, post.partnerId ?? ''), eq(qualityDays.records, 1)));
    expect(days.map(({ day }) => day)).toEqual([dayOf(YESTERDAY)]);
  });

  it('does not count a record sent again without a change', async () => {
    const before = await figures();
    await send(post, [{ reference: 'P-1', ...COMPLETE }]);
    expect(await figures()).toEqual(before);
  });

  it('counts what was refused, and names references to mend that still need it', async () => {
    await send(post, [
      { reference: 'P-2', ...LACKING },
      { reference: 'P-3', ...LACKING },
      { reference: 'P-4', ...COMPLETE, office: 'XXXXX' },
    ]);
    expect(await figures()).toMatchObject({ records: 4, refused: 1, average: (100 + 94 + 94 + 40) / 4 });
    const examplesOf = async (code: string) =>
      (await own(post)).findings.find((finding) => finding.code === code)?.examples;
    expect(await examplesOf('one_of_missing')).toEqual(['P-3']);
    expect(await examplesOf('office_unknown')).toEqual(['P-4']);
    await send(post, [{ reference: 'P-3', ...COMPLETE }]);
    expect(await examplesOf('one_of_missing')).toEqual([]);
    await send(post, [{ reference: 'P-4', ...COMPLETE }]);
    expect(await examplesOf('office_unknown')).toEqual([]);
  });

  it('tells a refused record without a reference that waits from one that was mended, on the submission too', async () => {
    const submissionId = await send(carrier, [{ reference: '', ...COMPLETE, office: 'XXXXX' }]);
    const told = async () => {
      const { findings } = await getSubmissionQuality(carrier, submissionId);
      return [...findings, ...(await own(carrier)).findings]
        .filter(({ code }) => code === 'office_unknown')
        .map(({ examples, unnamed }) => [examples, unnamed]);
    };
    const waits = [[], 'waits'];
    expect(await told()).toEqual([waits, waits]);
    await discardRecord(carrier, { submissionId, recordNumber: 1, reason: 'Sent by mistake.' });
    const settled = [[], undefined];
    expect(await told()).toEqual([settled, settled]);
  });

  it('puts first what cost most points', async () => {
    const { findings } = await own(post);
    expect(findings.map(({ code, points }) => [code, points])).toEqual([
      ['office_unknown', 25],
      ['one_of_missing', 6],
    ]);
  });

  it('stays the same whichever of two submissions of one consignment comes first', async () => {
    const rows = (changes: Record<string, string>) =>
      Array.from({ length: 30 }, (_, index) => ({ reference: `R-${index}`, ...changes }));
    const before = (await own(carrier)).periods[0]?.records ?? 0;
    await Promise.all([send(carrier, rows(COMPLETE)), send(carrier, rows(LACKING))]);
    expect((await own(carrier)).periods[0]?.records).toBe(before + 30);
  });

  it('looks back thirty and ninety days', async () => {
    const later = new Date(Date.parse(`${addDays(dayOf(TODAY), 40)}T12:00:00Z`));
    const { periods } = await getPartnerQuality(post, post.partnerId ?? '', 90, later);
    expect(periods.map(({ days, records }) => [days, records])).toEqual([
      [30, 0],
      [90, 5],
    ]);
  });
});

describe('authority', () => {
  it('hides a partner from another, and shows all to who oversees them', async () => {
    await expect(getPartnerQuality(carrier, post.partnerId ?? '')).rejects.toThrow(NotFoundError);
    const seen = await listPartnerQuality(carrier, 30, TODAY);
    expect(seen.map(({ partnerId }) => partnerId)).toEqual([carrier.partnerId]);
    const admin = someone('admin', 'NLRTM');
    expect((await listPartnerQuality(admin, 30, TODAY)).length).toBe(3);
    expect((await getPartnerQuality(admin, post.partnerId ?? '', 30, TODAY)).partnerId).toBe(post.partnerId);
  });
  it('is not given to analysts and officers', async () => {
    await expect(listPartnerQuality(someone('analyst', 'NLRTM'), 30)).rejects.toThrow(ForbiddenError);
    await expect(getPartnerQuality(someone('officer', 'NLRTM'), post.partnerId ?? '')).rejects.toThrow(ForbiddenError);
  });
  it('shows what data must hold to partners too', async () => {
    const { matrix, rules, weights } = await getDataRules(post);
    expect(matrix).toHaveLength(43);
    expect(rules[0]?.severity).toBe('error');
    expect(weights.reduce((sum, { most }) => sum + most, 0)).toBe(100);
  });
});
