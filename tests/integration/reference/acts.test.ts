import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { processSubmission } from '@/db/commands/intake/process-submission';
import { receiveSubmission } from '@/db/commands/intake/receive-submission';
import { confirmLoad } from '@/db/commands/reference/confirm-load';
import { previewLoad } from '@/db/commands/reference/preview-load';
import { db } from '@/db/connection';
import { demoPartnerActor, seedDemoPartners } from '@/db/demo/partners';
import { getSubmission, listQuarantined } from '@/db/queries/intake/get-submission';
import { assessments, consignments } from '@/db/schema';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { consignmentIdOf } from '@/lib/kernel/ids';
import type { ReferenceKind } from '@/lib/reference/kinds';
import { useDatabase } from '../../support/database';
import { csvOf, oneByOne } from '../../support/submissions';

useDatabase();
const platform = demoPartnerActor('harbour-lane');
/** The first day of everything that is loaded here, and the day before it. */
const AFTER = '2026-11-10';
const BEFORE = '2026-11-09';

async function load(kind: ReferenceKind, lines: readonly string[], series: string | null = null): Promise<void> {
  const { loadId, fingerprint } = await previewLoad(
    SYSTEM_ACTOR,
    { kind, series, edition: 'test', validFrom: AFTER, fileName: 'list.csv' },
    { body: oneByOne(Buffer.from(lines.join('\n'))), announcedBytes: null },
  );
  await confirmLoad(SYSTEM_ACTOR, { loadId, fingerprint });
}

beforeAll(async () => {
  await inTransaction(async (tx) => {
    await seedReference(tx);
    await seedDemoPartners(tx, new Date());
  });
  await load(
    'tariff',
    [
      'cn8,hs6,eu_cet_rate,eu_cet_pct,eu_cet_kind,uk_gt_rate,uk_gt_pct,uk_gt_kind',
      '61091000,610910,20%,20.0,ad_valorem,0,0,ad_valorem',
      '02011000,020110,12.8 + 176.8 EUR/100 kg,,specific,0,0,ad_valorem',
      '22084011,220840,0.6 EUR/% vol/hl + 3.2 EUR/hl,,specific,0,0,ad_valorem',
    ],
    'eu',
  );
  await load('vat', ['country,effective_from,rate_type,rate_pct', `NL,${AFTER},standard,25`]);
  await load('exchange-rates', ['date,base,currency,rate', `${AFTER},EUR,USD,2`]);
  await load('denied-parties', [
    'list,uid,entity_type,name,aliases,countries,addresses,dob,programs,ref',
    'TEST,1,entity,Kestrelmont Chemical Works,Bright Harbour Trading,,,,,',
    'TEST,2,vessel,Nora Testmann,,,,,,',
  ]);
  await load('offices', ['id,country,name,language,roles', 'NL000510,NL,ROTTERDAM,NL,DEP DES']);
  await load('vague-terms', ['description', 'assorted curious bits 12']);
  await load('vague-terms', ['no commercial value whatsoever'], 'phrases');
  await load('hs', [
    'code,level,parent,section,description,special',
    '61,2,,XI,Knitted,',
    '6109,4,61,XI,T-shirts,',
    '610910,6,6109,XI,Of cotton,',
    '02,2,,I,Meat,',
    '0201,4,02,I,Beef,',
    '020110,6,0201,I,Carcasses,',
  ]);
  await load('countries', ['code,description', 'XK,Kosovo', 'XS,Serbia']);
});

let number = 0;

/** A consignment received on a day, with what became of it. */
async function received(day: string, row: Readonly<Record<string, string>>) {
  number += 1;
  const reference = `R-${number}`;
  const at = new Date(`${day}T10:00:00Z`);
  const body = csvOf([{ reference, expected_arrival_at: `${day}T20:00:00Z`, ...row }]);
  const { submissionId } = await receiveSubmission(
    platform,
    {
      format: 'csv',
      contentType: 'text/csv',
      fileName: null,
      idempotencyKey: null,
      announcedBytes: null,
      body: oneByOne(Buffer.from(body)),
    },
    at,
  );
  await processSubmission(platform, submissionId);
  const id = consignmentIdOf(platform.partnerId ?? '', reference);
  const [assessment] = await db().select().from(assessments).where(eq(assessments.consignmentId, id));
  const [consignment] = await db().select().from(consignments).where(eq(consignments.consignmentId, id));
  return {
    submission: await getSubmission(platform, submissionId),
    problems: (await listQuarantined(platform, submissionId)).flatMap((record) => record.problems),
    warnings: consignment?.warnings.map(({ code }) => code) ?? [],
    charges: assessment?.chargeLines ?? [],
    indicators: assessment?.indicators ?? [],
    policyVersion: assessment?.policyVersion,
    id,
  };
}

const dutiable = { value: '400.00', transaction_type: 'sale', collection_model: 'buyer', regime: 'entry' };
const rateOf = (charges: Awaited<ReturnType<typeof received>>['charges'], kind: 'duty' | 'vat') =>
  charges.find((line) => line.kind === kind)?.ratePercent;

describe('a consignment is judged by the rows of the day it was received', () => {
  it('duty and VAT: the old rates before the change, the new after it', async () => {
    const [old, fresh] = [await received(BEFORE, dutiable), await received(AFTER, dutiable)];
    expect([rateOf(old.charges, 'duty'), rateOf(old.charges, 'vat')]).toEqual(['12', '21']);
    expect([rateOf(fresh.charges, 'duty'), rateOf(fresh.charges, 'vat')]).toEqual(['20', '25']);
    expect(fresh.charges[0]?.citation).toContain('Combined Nomenclature');
    expect(old.policyVersion).not.toBe(fresh.policyVersion);
  });

  it('and keeps that judgement when rates change afterwards', async () => {
    const { id, charges } = await received(AFTER, dutiable);
    await load('vat', ['country,effective_from,rate_type,rate_pct', `NL,2026-11-12,standard,30`]);
    const [after] = await db()
      .select()
      .from(assessments)
      .where(and(eq(assessments.consignmentId, id), eq(assessments.version, 1)));
    expect(after?.chargeLines).toEqual(charges);
    expect(rateOf((await received('2026-11-12', dutiable)).charges, 'vat')).toBe('30');
    expect(rateOf((await received('2026-11-11', dutiable)).charges, 'vat')).toBe('25');
  });

  const dutyOf = async (commodityCode: string, description: string) => {
    const { charges, indicators } = await received(AFTER, { ...dutiable, commodity_code: commodityCode, description });
    const working = charges.find(({ kind }) => kind === 'duty')?.working;
    return { working, indicators };
  };

  it('a duty by value and weight is worked out from the words of the tariff', async () => {
    const { working } = await dutyOf('02011000', 'Beef carcass, fresh');
    expect(working).toMatchObject({ code: 'duty_formula', values: { amount: '51.73', converted: '400.00' } });
  });

  it('a duty by what no advance data tell stays open, with the words of the tariff', async () => {
    const { working, indicators } = await dutyOf('22084011', 'Rum, bottle of 0.35 l');
    expect(working).toMatchObject({
      code: 'duty_not_ad_valorem',
      values: { tariff: '0.6 EUR/% vol/hl + 3.2 EUR/hl' },
    });
    expect(indicators.map(({ code }) => code)).toContain('data_quality');
  });

  it('amounts are converted by the rate of that day', async () => {
    const row = { ...dutiable, currency: 'USD' };
    expect((await received(BEFORE, row)).charges[0]?.working.values.rate).toBe('1.1684');
    expect((await received(AFTER, row)).charges[0]?.working.values).toMatchObject({ rate: '2', rateFrom: AFTER });
  });

  it('names are compared with the lists of that day, other names too, ships not', async () => {
    const before = await received(BEFORE, {});
    const after = await received(AFTER, {});
    expect(before.indicators.map(({ code }) => code)).not.toContain('denied_party');
    expect(after.indicators.find(({ code }) => code === 'denied_party')?.values).toMatchObject({ list: 'TEST' });
  });

  it('an office of the EU list takes records from its first day on', async () => {
    const row = { office: 'NL000510' };
    const refused = await received(BEFORE, row);
    expect(refused.problems.map(({ code, pointer }) => [code, pointer])).toContainEqual(['office_unknown', 'office']);
    expect((await received(AFTER, row)).submission).toMatchObject({ accepted: 1, quarantined: 0 });
  });

  it('codes of goods and countries are those of that day', async () => {
    const goods = { commodity_code: '950300', description: 'Wooden toy train' };
    expect((await received(BEFORE, goods)).warnings).not.toContain('commodity_code_unknown');
    expect((await received(AFTER, goods)).warnings).toContain('commodity_code_unknown');
    expect((await received(BEFORE, { origin_country: 'XS' })).submission).toMatchObject({ quarantined: 1 });
    expect((await received(AFTER, { origin_country: 'XS' })).submission).toMatchObject({ accepted: 1 });
  });

  it('a description judged vague before is vague, and empty phrases say nothing', async () => {
    const codesOf = async (day: string, description: string) =>
      (await received(day, { description })).indicators.map(({ code }) => code);
    expect(await codesOf(BEFORE, 'Assorted curious bits 12')).not.toContain('vague_description');
    expect(await codesOf(AFTER, 'Assorted curious bits 12')).toContain('vague_description');
    const bare = { description: 'Accessories no commercial value whatsoever' };
    expect((await received(BEFORE, bare)).submission).toMatchObject({ accepted: 1 });
    const refused = await received(AFTER, bare);
    expect(refused.problems.map(({ code, pointer }) => [code, pointer])).toContainEqual([
      'description_stop_word',
      'items.0.description',
    ]);
  });
});
