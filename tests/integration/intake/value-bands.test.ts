import { beforeAll, describe, expect, it } from 'vitest';
import { orderExamination } from '@/db/commands/clearance/order-examination';
import { recordExaminationResult } from '@/db/commands/clearance/record-examination-result';
import { keepValueBands } from '@/db/commands/intake/keep-value-bands';
import { refreshValueBands } from '@/db/commands/intake/refresh-value-bands';
import { db } from '@/db/connection';
import { getConsignment } from '@/db/queries/consignment/get-consignment';
import { getUnitValues } from '@/db/queries/consignment/get-unit-values';
import { valueBands } from '@/db/schema';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { aConsignment, consignmentsLike, inLane, withItems } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';
import { examine, releaseAfter } from '../statistics/ledger';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
  await releaseAfter(await consignmentsLike(desk, 25), 60);
});

const goods = (commodityCode: string, originCountry: string | null, value: string, quantity: string | null = '1') =>
  withItems({ commodityCode, originCountry, value, quantity });
const byKey = async () =>
  new Map((await db().select().from(valueBands)).map((band) => [`${band.level} ${band.key}`, band]));
const learnedAt = async () => (await db().select().from(valueBands))[0]?.computedAt;

describe('Reference bands of unit values', () => {
  it('are learned where there are none, stay as they are over a restart, and are learned anew after six hours', async () => {
    expect(await keepValueBands(SYSTEM_ACTOR, NOW)).toBeGreaterThan(0);
    expect(await keepValueBands(SYSTEM_ACTOR, minutesLater(300))).toBe(0);
    expect(await learnedAt()).toEqual(NOW);
    expect(await keepValueBands(SYSTEM_ACTOR, minutesLater(361))).toBeGreaterThan(0);
    expect(await learnedAt()).toEqual(minutesLater(361));
  });

  it('stand by subheading, heading and chapter, with counts and a spread that adds up to them', async () => {
    await releaseAfter(await consignmentsLike(desk, 30, goods('610990', 'TR', '40.00')), 60);
    await refreshValueBands(SYSTEM_ACTOR, minutesLater(800));
    const learned = await byKey();
    expect(learned.get('subheading_origin 610990:TR')).toMatchObject({ count: 30, medianMinor: 4_000n });
    expect(learned.get('subheading 610990')).toMatchObject({ count: 30, lowMinor: 4_000n, highMinor: 4_000n });
    expect(learned.get('heading 6109')?.count).toBe(55);
    expect(learned.get('heading_origin 6109:TR')?.count).toBe(30);
    expect(learned.get('chapter 61')?.count).toBe(55);
    for (const { count, histogram } of learned.values()) {
      expect(Object.values(histogram).reduce((sum, items) => sum + items, 0)).toBe(count);
    }
    expect(Object.keys(learned.get('subheading 610990')?.histogram ?? {})).toEqual([
      String(Math.floor(Math.log10(4_000) * 8)),
    ]);
  });

  it('take goods as corrected, and leave out what was found and not corrected', async () => {
    const corrected = await consignmentsLike(desk, 20, inLane('red'), goods('420222', 'CN', '5.00', '2'));
    for (const { consignmentId, rowVersion } of corrected) {
      const ordered = await orderExamination(desk.officer, { consignmentId, rowVersion, kind: 'physical' }, NOW);
      await recordExaminationResult(
        desk.officer,
        {
          consignmentId,
          rowVersion: ordered.rowVersion,
          examinationId: ordered.examinationId,
          resultCode: 'undervalued',
          finding: 'Price tag of 60',
          corrections: [{ itemNumber: 1, field: 'value', corrected: '60.00' }],
        },
        minutesLater(5),
      );
    }
    await releaseAfter(corrected, 600);
    const found = await consignmentsLike(desk, 20, inLane('red'), goods('420221', 'CN', '7.00'));
    await examine(found, 'finding');
    await releaseAfter(found, 600);
    await releaseAfter(await consignmentsLike(desk, 20, goods('420229', null, '0.00')), 60);
    await refreshValueBands(SYSTEM_ACTOR, minutesLater(900));
    const learned = await byKey();
    expect(learned.get('subheading_origin 420222:CN')).toMatchObject({ count: 20, medianMinor: 3_000n });
    expect(learned.has('subheading 420221')).toBe(false);
    expect(learned.has('subheading 420229')).toBe(false);
    expect(learned.get('chapter 42')?.count).toBe(20);
  });

  it('are compared with the narrowest that is known well enough, by assessment and page alike', async () => {
    await releaseAfter(await consignmentsLike(desk, 12, goods('610990', 'VN', '90.00')), 60);
    await refreshValueBands(SYSTEM_ACTOR, minutesLater(1_000));
    const of = async (...parts: Parameters<typeof aConsignment>[1][]) => {
      const { consignmentId } = await aConsignment(desk, ...parts);
      return (await getUnitValues(desk.officer, consignmentId, minutesLater(1_001))).items[0];
    };
    expect(await of(goods('610990', 'TR', '9.00', '3'))).toMatchObject({
      unitMinor: 300n,
      place: 'below',
      band: { level: 'subheading_origin', key: '610990:TR', count: 30 },
    });
    // Twelve of this origin are too few: the subheading speaks.
    expect(await of(goods('610990', 'VN', '45.00'))).toMatchObject({
      place: 'within',
      band: { level: 'subheading', count: 42 },
    });
    expect(await of(goods('999999', 'VN', '45.00'))).toMatchObject({ place: null, band: null });
    expect(await of(goods('610990', 'TR', '45.00', null))).toMatchObject({ unitMinor: null, place: null });

    await sendSubmission(
      desk.partner,
      csvOf([{ reference: 'CHEAP-1', commodity_code: '610990', origin_country: 'TR', value: '2.00', quantity: '1' }]),
    );
    const cheap = await getConsignment(desk.officer, consignmentIdOf(desk.partnerId, 'CHEAP-1'));
    expect(cheap.assessments[0]?.indicators.find(({ code }) => code === 'undervaluation')?.values).toMatchObject({
      level: 'subheading_origin',
      heading: '610990',
      median: '40.00',
      count: 30,
    });
  });

  it('are shown to those who read consignments of the office', async () => {
    const { consignmentId } = await aConsignment(desk);
    await expect(getUnitValues(desk.stranger, consignmentId)).rejects.toThrow(NotFoundError);
    await expect(getUnitValues(desk.analyst, consignmentId)).rejects.toThrow(ForbiddenError);
  });

  it('are learned by the worker alone', async () => {
    await expect(keepValueBands(desk.officer, NOW)).rejects.toThrow(ForbiddenError);
  });
});
