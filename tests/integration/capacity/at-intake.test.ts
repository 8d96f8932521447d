import { and, eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { claimConsignment } from '@/db/commands/clearance/claim-consignment';
import { giveBackClaim } from '@/db/commands/clearance/give-back-claim';
import { skipConsignment } from '@/db/commands/clearance/skip-consignment';
import { db } from '@/db/connection';
import { occupantsOf } from '@/db/queries/capacity/occupants';
import { drawPlans, events, selections } from '@/db/schema';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { ukAct, ukMessage } from '../../contract/intake/xml-messages';
import { planned } from '../../support/a-capacity-plan';
import { aDesk, type Desk } from '../../support/a-desk';
import { auditOf, expectStatisticsToAgree, standing, timelineOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
let desk: Desk;
let day = 1;
beforeAll(async () => {
  desk = await aDesk();
});
// Each test has a day of its own, whose slots are free.
beforeEach(() => {
  day += 1;
});

const idOf = (reference: string) => consignmentIdOf(desk.partnerId, reference);
const arrival = () => new Date(Date.now() + day * 86_400_000).toISOString();
/** Worth 0.43, 0.57 and mandatory: documents, documents, examination. */
const doubtful = (reference: string) => row(reference, { description: 'AC-1184', value: '60.00' });
const moreDoubtful = (reference: string) => row(reference, { description: 'AC-1184', value: '149.00' });
const forbidden = (reference: string) =>
  row(reference, { description: 'Switchblade knife, spring opening', commodity_code: '821193' });
function row(reference: string, changes: Readonly<Record<string, string>>) {
  return { reference, expected_arrival_at: arrival(), sender_name: `Maker of ${reference}`, ...changes };
}
/** A net mass of its own for the first goods item. */
const HEAVIER = `<GoodsShipment><GovernmentAgencyGoodsItem><SequenceNumeric>1</SequenceNumeric><Commodity><GoodsMeasure>
  <NetNetWeightMeasure>0.11</NetNetWeightMeasure></GoodsMeasure></Commodity></GovernmentAgencyGoodsItem></GoodsShipment>`;
/** A message of the partner about what it lodged. */
const actOn = (type: 'COR' | 'INV', reference: string, shipment = '') =>
  ukAct(type, shipment).replace('LRN-UK-1', reference).replace('<ID>26GB0000000000001X</ID>', '');
const send = (rows: readonly Readonly<Record<string, string>>[]) => sendSubmission(desk.partner, csvOf(rows));
const statuses = async (references: readonly string[]) =>
  Promise.all(references.map(async (reference) => (await standing(idOf(reference))).status));
const selectionOf = async (reference: string) =>
  (
    await db()
      .select()
      .from(selections)
      .where(eq(selections.consignmentId, idOf(reference)))
  )[0];

describe('an office with few hands', () => {
  it('controls as many as it has slots for, releases the rest, and tells each why', async () => {
    await planned(desk.officeId, { documents: 2, nii: 0, physical: 0 });
    await send([doubtful('A-1'), moreDoubtful('A-2'), moreDoubtful('A-3'), { reference: 'A-4' }, forbidden('A-5')]);
    expect(await standing(idOf('A-1'))).toMatchObject({
      ...{ status: 'released', laneAssigned: 'yellow', laneEffective: 'blue', selectionReason: 'no_capacity' },
    });
    expect(await selectionOf('A-1')).toMatchObject({ outcome: 'no_capacity', control: null, rank: 3, places: 2 });
    expect(await selectionOf('A-2')).toMatchObject({ outcome: 'ranked', control: 'documents', worthBasis: 'score' });
    expect(await selectionOf('A-4')).toMatchObject({ outcome: 'none', control: null, rank: null });
    expect(await standing(idOf('A-5'))).toMatchObject({ status: 'selected', selectionReason: 'mandatory' });
    expect(await selectionOf('A-5')).toMatchObject({
      outcome: 'mandatory',
      control: 'physical',
      inclusionProbability: 1,
    });
    expect(await statuses(['A-2', 'A-3'])).toEqual(['selected', 'selected']);
    await expectStatisticsToAgree();
  });

  it('gives the slot of what is worth less to what comes later and is worth more, in one step that is written down', async () => {
    await planned(desk.officeId, { documents: 1, nii: 0, physical: 0 });
    await send([doubtful('B-1')]);
    expect(await statuses(['B-1'])).toEqual(['selected']);
    await send([moreDoubtful('B-2')]);
    expect(await statuses(['B-1', 'B-2'])).toEqual(['released', 'selected']);
    expect(await standing(idOf('B-1'))).toMatchObject({ laneEffective: 'blue', selectionReason: 'no_capacity' });
    expect((await timelineOf(idOf('B-1'))).at(-1)).toMatchObject({
      ...{
        kind: 'gave_way',
        actorName: 'Luxor',
        values: { because: 'worthier', from: 'documents', rank: 2, places: 1 },
      },
    });
    expect((await auditOf(idOf('B-1'))).at(-1)).toMatchObject({
      action: 'clearance.gave_way',
      officeId: desk.officeId,
    });
    await expectStatisticsToAgree();
  });

  it('takes nothing away from an officer who has begun', async () => {
    await planned(desk.officeId, { documents: 1, nii: 0, physical: 0 });
    await send([doubtful('C-1')]);
    const { rowVersion } = await standing(idOf('C-1'));
    await claimConsignment(desk.officer, { consignmentId: idOf('C-1'), rowVersion });
    await send([moreDoubtful('C-2')]);
    expect(await statuses(['C-1', 'C-2'])).toEqual(['selected', 'released']);
    expect(await selectionOf('C-2')).toMatchObject({ outcome: 'no_capacity', rank: 1, places: 1 });
  });

  it('takes nothing from what an officer passed on or gave back: somebody has begun with it', async () => {
    await planned(desk.officeId, { documents: 2, nii: 0, physical: 0 });
    await send([doubtful('K-1'), doubtful('K-2')]);
    const seen = async (reference: string) => {
      const { consignmentId, rowVersion } = await standing(idOf(reference));
      return { consignmentId, rowVersion };
    };
    await skipConsignment(desk.officer, { ...(await seen('K-1')), reason: 'language' });
    await claimConsignment(desk.officer, await seen('K-2'));
    await giveBackClaim(desk.officer, await seen('K-2'));
    await send([moreDoubtful('K-3'), moreDoubtful('K-4')]);
    expect(await statuses(['K-1', 'K-2', 'K-3', 'K-4'])).toEqual(['selected', 'selected', 'released', 'released']);
  });

  it('lets an amended consignment keep its slot, and one without compete again', async () => {
    await planned(desk.officeId, { documents: 1, nii: 0, physical: 0 });
    await send([moreDoubtful('D-1'), doubtful('D-2')]);
    await send([
      { ...moreDoubtful('D-1'), value: '148.00' },
      { ...moreDoubtful('D-2'), value: '147.00' },
    ]);
    expect(await selectionOf('D-1')).toMatchObject({ version: 2, outcome: 'ranked', control: 'documents' });
    expect(await statuses(['D-1', 'D-2'])).toEqual(['selected', 'released']);
    expect(await standing(idOf('D-2'))).toMatchObject({ laneEffective: 'blue', selectionReason: 'no_capacity' });
    await send([{ ...doubtful('D-2'), description: 'Cotton T-shirt, knitted, printed', value: '14.50' }]);
    expect(await standing(idOf('D-2'))).toMatchObject({
      status: 'released',
      laneEffective: 'green',
      selectionReason: 'none',
    });
    await send([{ ...moreDoubtful('D-1'), description: 'Cotton T-shirt, knitted, printed', value: '14.50' }]);
    expect(await standing(idOf('D-1'))).toMatchObject({ status: 'released', selectionReason: 'none' });
    expect(await selectionOf('D-1')).toMatchObject({ version: 3, outcome: 'none', control: null });
    await expectStatisticsToAgree();
  });

  it('lets a mandatory control that is sent to another office take its slot there, and give the old one back', async () => {
    await planned(desk.officeId, { documents: 5, nii: 0, physical: 1 });
    await send([forbidden('K-1')]);
    expect(await selectionOf('K-1')).toMatchObject({ outcome: 'mandatory', officeId: desk.officeId });
    await send([{ ...forbidden('K-1'), office: 'BELGG', value: '15.00' }]);
    expect(await standing(idOf('K-1'))).toMatchObject({ officeId: 'BELGG', status: 'selected', laneEffective: 'red' });
    expect(await selectionOf('K-1')).toMatchObject({ outcome: 'mandatory', control: 'physical', officeId: 'BELGG' });
    const { controlOn } = (await selectionOf('K-1')) ?? { controlOn: '' };
    const slot = { officeId: desk.officeId, controlOn, controls: ['physical' as const] };
    expect((await occupantsOf(db(), [slot], { at: new Date(), except: new Set() })).size).toBe(0);
    await expectStatisticsToAgree();
  });

  it('gives a slot that came free to the worthiest that waits before what comes next', async () => {
    await planned(desk.officeId, { documents: 1, nii: 0, physical: 0 });
    await send([moreDoubtful('H-1'), doubtful('H-2')]);
    expect(await statuses(['H-1', 'H-2'])).toEqual(['selected', 'released']);
    await send([{ ...moreDoubtful('H-1'), description: 'Cotton T-shirt, knitted, printed', value: '14.50' }]);
    await send([{ reference: 'H-3', expected_arrival_at: arrival() }]);
    expect(await statuses(['H-1', 'H-2', 'H-3'])).toEqual(['released', 'selected', 'released']);
    expect((await timelineOf(idOf('H-2'))).at(-1)).toMatchObject({ kind: 'given_slot', values: { because: 'freed' } });
    await expectStatisticsToAgree();
  });

  it('never gives one slot twice, whoever sends and claims at once', async () => {
    await planned(desk.officeId, { documents: 7, nii: 0, physical: 0 });
    const batches = Array.from({ length: 6 }, (_, batch) =>
      Array.from({ length: 5 }, (_, at) => (at % 2 ? doubtful : moreDoubtful)(`E-${batch}-${at}`)),
    );
    const claims = async () => {
      for (let round = 0; round < 12; round += 1) {
        for (const reference of ['E-0-1', 'E-1-1', 'E-2-1']) {
          const row = await standing(idOf(reference)).catch(() => null);
          if (row?.status !== 'selected' || row.claimedBy) continue;
          const seen = { consignmentId: row.consignmentId, rowVersion: row.rowVersion };
          await claimConsignment(desk.officer, seen).catch(() => undefined);
        }
      }
    };
    await Promise.all([...batches.map((rows) => send(rows)), claims()]);
    const references = batches.flat().map(({ reference }) => reference);
    const selected = (await statuses(references)).filter((status) => status === 'selected');
    expect(selected).toHaveLength(7);
    // Whoever is claimed keeps the slot: it is never released under the officer's hands.
    const claimed = await Promise.all(references.map((reference) => standing(idOf(reference))));
    expect(claimed.filter(({ claimedBy, status }) => claimedBy && status !== 'selected')).toEqual([]);
    await expectStatisticsToAgree();
  });

  it('lets a message amend one and cancel another that would give way to it', async () => {
    await planned(desk.officeId, { documents: 2, nii: 0, physical: 0 });
    await send([moreDoubtful('G-1'), doubtful('G-2')]);
    expect(await statuses(['G-1', 'G-2'])).toEqual(['selected', 'selected']);
    await planned(desk.officeId, { documents: 1, nii: 0, physical: 0 });
    const message = ukMessage(actOn('COR', 'G-1', HEAVIER), actOn('INV', 'G-2'));
    await sendSubmission(desk.partner, message, 'xml');
    expect(await statuses(['G-1', 'G-2'])).toEqual(['selected', 'withdrawn']);
    expect(await standing(idOf('G-1'))).toMatchObject({ laneEffective: 'yellow' });
    const told = (await timelineOf(idOf('G-2'))).map(({ kind }) => kind);
    expect(told).toContain('withdrawn');
    expect(told).not.toContain('gave_way');
    await expectStatisticsToAgree();
  });

  it('draws at random within its share of the examinations, by a plan that is kept', async () => {
    await planned(desk.officeId, { documents: 0, nii: 0, physical: 20 });
    await send([{ reference: 'F-1', expected_arrival_at: arrival() }]);
    // Nothing came before that the plan could go by: the chance of the policy.
    const [first] = await db()
      .select()
      .from(drawPlans)
      .where(eq(drawPlans.officeId, desk.officeId))
      .orderBy(drawPlans.controlOn);
    expect(first?.plan).toEqual({ strata: {}, other: 0 });
    await db().update(selections).set({ controlOn: sql`current_date - 3`, inclusionProbability: 0 });
    day += 1;
    await send([{ reference: 'F-2', expected_arrival_at: arrival() }]);
    const plans = await db().select().from(drawPlans).orderBy(drawPlans.madeAt);
    const { strata = {} } = plans.at(-1)?.plan ?? {};
    expect(Object.keys(strata).length).toBeGreaterThan(0);
    const found = await selectionOf('F-2');
    expect(found?.drawProbability).toBe(strata[found?.stratum ?? '']);
    expect(found?.outcome).toBe(found?.isDrawn ? 'random' : 'none');
    const told = await db()
      .select()
      .from(events)
      .where(and(eq(events.consignmentId, idOf('F-2')), eq(events.kind, 'gave_way')));
    expect(told).toEqual([]);
  });
});
