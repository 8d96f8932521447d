import { and, asc, eq, inArray } from 'drizzle-orm';
import { revealPartyData } from '@/db/commands/consignment/reveal-party-data';
import { judgeBrowsing } from '@/db/commands/privacy/judge-browsing';
import { placeLegalHold } from '@/db/commands/privacy/place-legal-hold';
import { recordStatement } from '@/db/commands/privacy/record-statement';
import { db } from '@/db/connection';
import { clearances, legalHolds } from '@/db/schema';
import { officesLike } from '@/lib/demo/at-home';
import { type Actor, SYSTEM_ACTOR } from '@/lib/identity/actor';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { demoOfficers, demoSupervisor } from './officers';

/** The invented person who answers for the privacy of the house. */
const KEEPER: Actor = {
  ...demoSupervisor('NLRTM'),
  id: '5d0c8b1e-7f3a-4a53-9d1b-0f6c2f1e7a41',
  name: 'V. Marchetti',
  role: 'admin',
};
/** Looks of a day on which one officer looked at far more people than others do. */
const MANY = 14;
const FEW = 3;
const HOUR_MS = 3_600_000;

/**
 * Leaves a legal hold, a statement of a recipient, and looks at people: some days as usual, and one on which an officer looked at many
 * without working on them, which waits to be answered for. Nothing of the demo is old enough to be erased. Once.
 */
export async function leavePrivacy(endAt: Date): Promise<void> {
  const [known] = await db().select({ id: legalHolds.holdId }).from(legalHolds).limit(1);
  const [officeId] = officesLike('NLRTM');
  if (known || !officeId) return;
  const goods = await db()
    .select({ consignmentId: clearances.consignmentId })
    .from(clearances)
    .where(and(eq(clearances.officeId, officeId), inArray(clearances.status, ['released', 'detained'])))
    .orderBy(asc(clearances.receivedAt), asc(clearances.consignmentId))
    .limit(MANY + FEW);
  const [held, said] = goods;
  if (!held || !said) return;
  const reason = 'File asked for by the district court, case 2026/118';
  await placeLegalHold(
    demoSupervisor(officeId),
    { consignmentId: held.consignmentId, subject: 'consignment', reason },
    endAt,
  );
  const words = 'The parcel was meant for my neighbour; I never ordered it.';
  const { consignmentId } = said;
  const about = { consignmentId, standsAs: 'recipient', version: 1 } as const;
  const statement = { ...about, kind: 'rectification', cameOn: dayOf(endAt), words } as const;
  await recordStatement(KEEPER, statement, endAt);
  const [one, other] = demoOfficers(officeId);
  for (const back of [6, 5, 4]) await look(other, goods.slice(0, FEW), daysBefore(endAt, back));
  await look(one, goods.slice(FEW), daysBefore(endAt, 2));
  await judgeBrowsing(SYSTEM_ACTOR, addDays(dayOf(endAt), -2), endAt);
}

const daysBefore = (at: Date, days: number) => new Date(Date.parse(`${addDays(dayOf(at), -days)}T08:00:00Z`));

async function look(actor: Actor, goods: readonly { consignmentId: string }[], from: Date): Promise<void> {
  for (const [index, { consignmentId }] of goods.entries())
    await revealPartyData(
      actor,
      { consignmentId, reason: index % 3 === 0 ? 'notice' : 'identity_check', note: null },
      new Date(from.getTime() + (index * HOUR_MS) / 4),
    );
}
