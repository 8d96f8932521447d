import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { countPartnerMonth } from '@/db/commands/partnership/count-months';
import { endMemorandum } from '@/db/commands/partnership/end-memorandum';
import { enterMemorandum } from '@/db/commands/partnership/enter-memorandum';
import { db } from '@/db/connection';
import { getMonthScorecard } from '@/db/queries/partnership/get-scorecard';
import { listScorecards } from '@/db/queries/partnership/list-scorecards';
import { getEffectiveness } from '@/db/queries/statistics/get-effectiveness';
import { partnerMonths, partners, referrals } from '@/db/schema';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { MONTH_COUNTS, PEERS_MIN } from '@/lib/partnership/score';
import { parseStatisticsFilter, resolveFilter } from '@/lib/statistics/filter';
import { aConsignment, arrivingAt, receivedAt, withItems } from '../../support/a-consignment';
import { aDesk, type Desk, NOW, type someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { placeNinetyDays } from '../statistics/ninety-days';

useDatabase();

const MONTH = '2026-10-01';
let desk: Desk;
let analyst: ReturnType<typeof someone>;

beforeAll(async () => {
  desk = await aDesk();
  analyst = { ...desk.analyst, officeIds: ['NLRTM', 'BELGG'] };
  await placeNinetyDays(desk);
  for (const month of ['2026-08-01', '2026-09-01', MONTH, '2026-11-01'])
    await countPartnerMonth(SYSTEM_ACTOR, month, NOW);
});

/** Another partner with a hundred consignments in the month. */
async function aPeer(beforeArrival: number): Promise<string> {
  const id = randomUUID();
  await db()
    .insert(partners)
    .values({ id, key: `peer-${id}`, name: 'Ferndale Lines', kind: 'carrier', createdAt: NOW });
  const none = Object.fromEntries(MONTH_COUNTS.map((count) => [count, 0])) as Record<
    (typeof MONTH_COUNTS)[number],
    number
  >;
  await db()
    .insert(partnerMonths)
    .values({
      ...none,
      partnerId: id,
      month: MONTH,
      officeId: desk.officeId,
      consignments: 100,
      beforeArrival,
      countedAt: NOW,
    });
  return id;
}

const lineOf = async (actor: Parameters<typeof getMonthScorecard>[0], measure: string) =>
  (await getMonthScorecard(actor, desk.partnerId, MONTH, NOW)).lines.find((line) => line.measure === measure);

describe('The scorecard of a partner', () => {
  it('counts what the statistics count: consignments, examinations and findings of a month are equal', async () => {
    const filter = parseStatisticsFilter({ period: 'custom', from: MONTH, to: '2026-10-31', compare: 'none' });
    const explored = await getEffectiveness(analyst, filter, resolveFilter(filter, '2026-11-02'));
    const supervisor = { ...desk.supervisor, officeIds: analyst.officeIds };
    const [month] = (await listScorecards(supervisor, NOW)).rows;
    const examined = explored.reasons.reduce((sum, reason) => sum + reason.examined, 0);
    const findings = explored.reasons.reduce((sum, reason) => sum + reason.findings, 0);
    expect(examined).toBeGreaterThan(0);
    expect(month?.counts).toMatchObject({ consignments: explored.consignments, examined, findings });
  });

  it('is the same when it is counted again, and holds a month once', async () => {
    const before = await getMonthScorecard(desk.partner, desk.partnerId, MONTH, NOW);
    await countPartnerMonth(SYSTEM_ACTOR, MONTH, NOW);
    expect(await getMonthScorecard(desk.partner, desk.partnerId, MONTH, NOW)).toEqual(before);
    await expect(countPartnerMonth(desk.supervisor, MONTH)).rejects.toBeInstanceOf(ForbiddenError);
  });

  it('tells data before arrival, missing codes, and questions answered in time', async () => {
    const other = { ...desk, partnerId: randomUUID() };
    await db()
      .insert(partners)
      .values({ id: other.partnerId, key: `p-${other.partnerId}`, name: 'Late', kind: 'post', createdAt: NOW });
    const at = new Date('2026-07-10T10:00:00Z');
    const before = await aConsignment(other, receivedAt(at), arrivingAt(new Date('2026-07-12T10:00:00Z')));
    await aConsignment(
      other,
      receivedAt(at),
      arrivingAt(new Date('2026-07-09T10:00:00Z')),
      withItems({ commodityCode: null }),
    );
    const asked = {
      askedBy: randomUUID(),
      askedByName: 'A. Kaya',
      askedAt: at,
      type: 'rfi' as const,
      question: 'What is it?',
    };
    const due = new Date('2026-07-11T10:00:00Z');
    for (const answeredAt of [new Date('2026-07-10T12:00:00Z'), new Date('2026-07-11T12:00:00Z'), null])
      await db()
        .insert(referrals)
        .values({
          ...asked,
          consignmentId: before.consignmentId,
          referralId: randomUUID(),
          partnerId: other.partnerId,
          dueAt: due,
          answer: answeredAt ? 'Toys' : null,
          answeredAt,
        });
    await countPartnerMonth(SYSTEM_ACTOR, '2026-07-01', NOW);
    const { counts, lines } = await getMonthScorecard(desk.supervisor, other.partnerId, '2026-07-01', NOW);
    expect(counts).toMatchObject({
      consignments: 2,
      beforeArrival: 1,
      coded: 1,
      asked: 3,
      answered: 2,
      answeredInTime: 1,
    });
    // (2 h + 26 h) / 2
    expect(lines.find(({ measure }) => measure === 'answerHours')?.own).toBe(14);
  });

  it('compares with nobody below the least number of peers, and from there on with their quartiles alone', async () => {
    const shares = [50, 60, 70, 80];
    for (const share of shares) await aPeer(share);
    expect(shares.length).toBe(PEERS_MIN - 1);
    expect(await lineOf(desk.supervisor, 'beforeArrival')).toMatchObject({ peers: null, standing: null });
    await aPeer(90);
    expect(await lineOf(desk.supervisor, 'beforeArrival')).toMatchObject({
      peers: { low: 0.6, middle: 0.7, high: 0.8 },
    });
  });

  it('shares others with a partner only under a memorandum in force, and never after it ended', async () => {
    expect(await lineOf(desk.partner, 'beforeArrival')).toMatchObject({ peers: null });
    const { memorandumId } = await enterMemorandum(
      desk.supervisor,
      {
        ...{ title: 'Scorecards', subject: 'peer_figures', partnerId: desk.partnerId, agencyId: '' },
        ...{ legalBasis: 'Customs code, article 12', validFrom: '2026-11-01', validTo: '2027-11-01' },
      },
      NOW,
    );
    const seen = await getMonthScorecard(desk.partner, desk.partnerId, MONTH, NOW);
    expect(seen.lines.find(({ measure }) => measure === 'beforeArrival')?.peers).not.toBeNull();
    expect(JSON.stringify(seen)).not.toContain('Ferndale');
    await endMemorandum(desk.supervisor, { memorandumId, reason: 'withdrawn by the partner' }, NOW);
    expect(await getMonthScorecard(desk.partner, desk.partnerId, MONTH, NOW)).toMatchObject({ arePeersShared: false });
  });

  it('is found by its own partner and by customs, by nobody else', async () => {
    const stranger = { ...desk.partner, partnerId: randomUUID() };
    await expect(getMonthScorecard(stranger, desk.partnerId, MONTH, NOW)).rejects.toBeInstanceOf(NotFoundError);
    await expect(getMonthScorecard(desk.officer, desk.partnerId, MONTH, NOW)).rejects.toBeInstanceOf(ForbiddenError);
    await expect(listScorecards(desk.partner, NOW)).rejects.toBeInstanceOf(ForbiddenError);
  });
});
