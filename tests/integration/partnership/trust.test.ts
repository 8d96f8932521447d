import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decideTrust } from '@/db/commands/partnership/decide-trust';
import { proposeTrust } from '@/db/commands/partnership/propose-trust';
import { suspendTrust } from '@/db/commands/partnership/suspend-trust';
import { db } from '@/db/connection';
import { seedDemoPartners } from '@/db/demo/partners';
import { getPartnerTrust } from '@/db/queries/partnership/list-trust';
import { partnerMonths, partners, selections, trustStatuses } from '@/db/schema';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { ROLES } from '@/lib/identity/roles';
import { dayOf } from '@/lib/kernel/dates';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { monthsBefore } from '@/lib/partnership/months';
import { MONTH_COUNTS } from '@/lib/partnership/score';
import { someone } from '../../support/a-desk';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { idOf, LODGER } from '../../support/lodged';
import { auditAbout } from '../../support/people';
import { whileDrawing } from '../../support/random-draw';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

const database = useDatabase();

const AT = new Date();
const validTo = `${AT.getUTCFullYear() + 1}-06-01`;
const one: Actor = someone('supervisor', 'NLRTM', 'C. Lind');
const other: Actor = someone('risk_manager', 'BELGG', 'R. Osei');
const none = Object.fromEntries(MONTH_COUNTS.map((count) => [count, 0])) as Record<
  (typeof MONTH_COUNTS)[number],
  number
>;
let partnerId = '';

beforeAll(() =>
  inTransaction(async (tx) => {
    await seedReference(tx);
    await seedDemoPartners(tx, AT);
  }),
);

beforeEach(async () => {
  partnerId = await aPartner(400);
});

/** A partner whose closed months are without fault. */
async function aPartner(consignments: number, id: string = randomUUID()): Promise<string> {
  await db()
    .insert(partners)
    .values({ id, key: `p-${id}`, name: 'Northern Mail', kind: 'post', createdAt: AT })
    .onConflictDoNothing();
  const good = { consignments, beforeArrival: consignments, complete: consignments, coded: consignments };
  const [month = ''] = monthsBefore(dayOf(AT), 1);
  await db()
    .insert(partnerMonths)
    .values({ ...none, ...good, partnerId: id, month, countedAt: AT });
  return id;
}

const wish = (changes = {}) => ({
  ...{ partnerId, level: 'authorised', drawPercent: 25, validTo, reason: 'A year without a finding' },
  ...changes,
});
const propose = async (actor = one, changes = {}) => (await proposeTrust(actor, wish(changes) as never, AT)).statusId;
const granted = async () => {
  const statusId = await propose();
  await decideTrust(other, { statusId, verdict: 'grant', note: 'Figures checked' }, AT);
  return statusId;
};
const trust = () => getPartnerTrust(one, partnerId, AT);

describe('Trust in a partner', () => {
  it('is proposed on the figures by one person, granted by another, and suspended for a reason; each leaves its audit row', async () => {
    const statusId = await propose();
    expect(await trust()).toMatchObject({
      inForce: null,
      waiting: { statusId, level: 'authorised' },
      byFigures: 'authorised',
    });
    await decideTrust(other, { statusId, verdict: 'grant', note: 'Figures checked' }, AT);
    expect(await trust()).toMatchObject({
      inForce: { statusId, drawPercent: 25, decidedByName: 'R. Osei' },
      waiting: null,
    });
    await suspendTrust(one, { statusId, reason: 'Two seizures in a week' }, AT);
    expect(await trust()).toMatchObject({
      inForce: null,
      all: [{ state: 'suspended', endReason: 'Two seizures in a week' }],
    });
    const rows = await auditAbout(statusId);
    expect(rows.map(({ action }) => action).sort()).toEqual(['trust.grant', 'trust.propose', 'trust.suspend']);
    expect(rows.find(({ action }) => action === 'trust.grant')?.details).toMatchObject({
      partnerId,
      trustLevel: 'authorised',
      proposedBy: 'C. Lind',
    });
  });

  it('takes two different people, which the database enforces too', async () => {
    const statusId = await propose();
    expect(await refusalOf(decideTrust(one, { statusId, verdict: 'grant', note: 'My own' }, AT))).toEqual([
      'trust.own_proposal',
    ]);
    const byOne = { state: 'granted' as const, decidedBy: one.id, decidedByName: one.name, decidedAt: AT };
    await expect(
      db().update(trustStatuses).set(byOne).where(eq(trustStatuses.statusId, statusId)),
    ).rejects.toMatchObject({
      cause: { constraint: 'trust_statuses_other_person' },
    });
  });

  it('asks for what is missing in the figures, a fair part of the draw, and a last day', async () => {
    const small = await aPartner(150);
    expect(await refusalOf(propose(one, { partnerId: small }))).toEqual(['trust.figures_consignments']);
    expect(await refusalOf(propose(one, { level: 'reliable' }))).toEqual(['trust.draw_too_low']);
    expect(await refusalOf(propose(one, { validTo: dayOf(AT) }))).toEqual(['trust.valid_to']);
    expect(await propose(one, { partnerId: small, level: 'reliable', drawPercent: 50 })).toBeTruthy();
  });

  it('is refused to every other role', async () => {
    const statusId = await granted();
    for (const role of ROLES.filter((name) => name !== 'supervisor' && name !== 'risk_manager')) {
      const actor = someone(role, 'NLRTM');
      for (const act of [
        proposeTrust(actor, wish() as never, AT),
        decideTrust(actor, { statusId, verdict: 'grant', note: 'Yes' }, AT),
        suspendTrust(actor, { statusId, reason: 'No more' }, AT),
      ])
        await expect(act).rejects.toBeInstanceOf(ForbiddenError);
    }
  });

  it('is found for no partner that is not there, and read by no other partner', async () => {
    await expect(propose(one, { partnerId: randomUUID() })).rejects.toBeInstanceOf(NotFoundError);
    const statusId = randomUUID();
    await expect(decideTrust(one, { statusId, verdict: 'grant', note: 'Yes' }, AT)).rejects.toBeInstanceOf(
      NotFoundError,
    );
    await expect(suspendTrust(one, { statusId, reason: 'No more' }, AT)).rejects.toBeInstanceOf(NotFoundError);
    const stranger = { ...someone('partner', 'NLRTM'), partnerId: randomUUID() };
    await expect(getPartnerTrust(stranger, partnerId, AT)).rejects.toBeInstanceOf(NotFoundError);
    await granted();
    const own = await getPartnerTrust({ ...stranger, partnerId }, partnerId, AT);
    expect(own.inForce).toMatchObject({
      level: 'authorised',
      proposedByName: null,
      decidedByName: null,
      decisionNote: null,
    });
  });

  it('is won by one of two who act at the same moment', async () => {
    const tries = await Promise.allSettled([propose(one), propose(other)]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { waiting } = await trust();
    const statusId = waiting?.statusId ?? '';
    const [a, b] = [someone('supervisor', 'NLRTM'), someone('supervisor', 'BELGG')];
    const decided = await Promise.allSettled(
      [a, b].map((actor) => decideTrust(actor, { statusId, verdict: 'grant', note: 'Figures checked' }, AT)),
    );
    expect(decided.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(decideTrust(a, { statusId, verdict: 'reject', note: 'Too late' }, AT))).toEqual([
      'trust.settled',
    ]);
    await suspendTrust(a, { statusId, reason: 'No more' }, AT);
    expect(await refusalOf(suspendTrust(b, { statusId, reason: 'No more' }, AT))).toEqual(['trust.not_granted']);
  });

  it('lowers the chance of the draw of what comes next, and is noted on each consignment', async () => {
    const own = LODGER.partnerId ?? '';
    await whileDrawing(database, '0.2', async () => {
      await sendSubmission(LODGER, csvOf([{ reference: 'BEFORE' }]));
      await aPartner(400, own);
      partnerId = own;
      await granted();
      await sendSubmission(LODGER, csvOf([{ reference: 'AFTER' }]));
    });
    const selected = async (reference: string) => {
      const [row] = await db()
        .select()
        .from(selections)
        .where(eq(selections.consignmentId, idOf(reference)));
      return row;
    };
    const [before, after] = [await selected('BEFORE'), await selected('AFTER')];
    expect(before).toMatchObject({ drawProbability: 0.2, trustLevel: null });
    // 25 per cent of 0.2
    expect(after).toMatchObject({ drawProbability: 0.05, trustLevel: 'authorised' });
  });
});
