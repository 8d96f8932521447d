import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { addAction } from '@/db/commands/partnership/add-action';
import { countDueMonths } from '@/db/commands/partnership/count-due-months';
import { decideTrust } from '@/db/commands/partnership/decide-trust';
import { enterMemorandum } from '@/db/commands/partnership/enter-memorandum';
import { proposeTrust } from '@/db/commands/partnership/propose-trust';
import { db } from '@/db/connection';
import { trustFigures } from '@/db/queries/partnership/trust-figures';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { agencies, memoranda, partners, users } from '@/db/schema';
import { type Actor, SYSTEM_ACTOR } from '@/lib/identity/actor';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { DRAW_PERCENT, levelByFigures } from '@/lib/partnership/trust';
import { demoSupervisor } from './officers';

const YEAR_DAYS = 365;
/** Illustrative, as all law of the demo. */
const LEGAL_BASIS = 'Illustrative customs act, article 12';

/** Memoranda with all partners but the last and with all agencies, trust where the figures call for it, and a plan. Once. */
export async function leavePartnerships(endAt: Date): Promise<void> {
  await countDueMonths(SYSTEM_ACTOR, { at: endAt, isEvery: true });
  const [known] = await db().select({ id: memoranda.memorandumId }).from(memoranda).limit(1);
  if (known) return;
  const [one, other] = ['NLRTM', 'BELGG'].map((office) => demoSupervisor(office));
  if (!one || !other) return;
  await shareInDemo(one, endAt);
  await trustInDemo(one, other, endAt);
  await planInDemo(one, endAt);
}

async function shareInDemo(supervisor: Actor, at: Date): Promise<void> {
  const today = dayOf(at);
  const terms = { legalBasis: LEGAL_BASIS, validFrom: addDays(today, -30), validTo: addDays(today, YEAR_DAYS) };
  const all = await db().select().from(partners).where(isNull(partners.disabledAt)).orderBy(asc(partners.key));
  for (const { id, name } of all.slice(0, -1)) {
    const what = { title: `Scorecards with ${name}`, subject: 'peer_figures' as const, partnerId: id, agencyId: null };
    await enterMemorandum(supervisor, { ...what, ...terms }, at);
  }
  for (const { id, name } of await db()
    .select()
    .from(agencies)
    .where(isNull(agencies.validTo))
    .orderBy(asc(agencies.id))) {
    const what = { title: `Checks by ${name}`, subject: 'named_persons' as const, partnerId: null, agencyId: id };
    await enterMemorandum(supervisor, { ...what, ...terms }, at);
  }
}

/** The first partner whose figures are good enough is trusted, the second is proposed. */
async function trustInDemo(one: Actor, other: Actor, at: Date): Promise<void> {
  const today = dayOf(at);
  const { trust } = await policyInForce(db(), today);
  const all = await db().select({ id: partners.id }).from(partners).orderBy(asc(partners.key));
  let place = 0;
  for (const { id } of all) {
    const level = levelByFigures(await trustFigures(db(), id, today), trust);
    if (level === null || place > 1) continue;
    const terms = {
      level,
      drawPercent: trust.get(level)?.leastDrawPercent ?? DRAW_PERCENT.most,
      validTo: addDays(today, YEAR_DAYS),
    };
    const reason = 'Its figures of the last months meet the level.';
    const { statusId } = await proposeTrust(one, { partnerId: id, ...terms, reason }, at);
    if (place === 0) await decideTrust(other, { statusId, verdict: 'grant', note: 'Figures and visit agree.' }, at);
    place += 1;
  }
}

const PLAN = [
  { place: 'p1', title: 'Agree a cut-off for advance data with every partner', inDays: 90 },
  { place: 's13', title: 'Publish the list of what may not be sent in three languages', inDays: 45 },
  { place: 's12', title: 'Agree with one other administration what to exchange', inDays: -10 },
] as const;

async function planInDemo(supervisor: Actor, at: Date): Promise<void> {
  const [owner] = await db()
    .select({ id: users.id })
    .from(users)
    .where(and(isNull(users.disabledAt), inArray(users.role, ['supervisor', 'risk_manager']), eq(users.isDemo, true)))
    .orderBy(asc(users.email))
    .limit(1);
  if (!owner) return;
  for (const { place, title, inDays } of PLAN)
    await addAction(supervisor, { place, title, ownerId: owner.id, dueOn: addDays(dayOf(at), inDays) }, at);
}
