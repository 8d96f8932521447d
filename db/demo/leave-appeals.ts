import { and, desc, eq, gt } from 'drizzle-orm';
import { actOnAppeal } from '@/db/commands/appeals/act-on-appeal';
import { decideAppeal } from '@/db/commands/appeals/decide-appeal';
import { lodgeAppeal } from '@/db/commands/appeals/lodge-appeal';
import { db } from '@/db/connection';
import { getAppeals } from '@/db/queries/appeals/get-appeals';
import { appealActs, clearances, decisions } from '@/db/schema';
import type { ExampleId } from '@/lib/codes/example-ids';
import { DAY_MS, dayOf } from '@/lib/kernel/dates';
import { moneyText } from '@/lib/kernel/money';
import { EXAMPLE_SETS } from '@/lib/policy/examples/sets';
import { demoOfficers, demoSupervisor } from './officers';

/** Appeals come in some days after the release, and are decided some days later. */
const LODGED_AFTER_MS = 4 * DAY_MS;
const DECIDED_AFTER_MS = 9 * DAY_MS;
const SINCE_MS = 28 * DAY_MS;

/** What becomes of one appeal after the other. */
const FATES = ['open', 'secured', 'upheld', 'rejected', 'court', 'partly_upheld'] as const;

/** Lets recipients appeal against corrections of the last weeks: some are open, one is secured, the others decided. Once. */
export async function leaveAppeals(endAt: Date, example: ExampleId): Promise<void> {
  const { minorDigits } = EXAMPLE_SETS[example];
  const [known] = await db().select({ id: appealActs.appealId }).from(appealActs).limit(1);
  if (known) return;
  const corrected = await db()
    .select({
      consignmentId: decisions.consignmentId,
      decisionId: decisions.decisionId,
      at: decisions.decidedAt,
      officeId: clearances.officeId,
    })
    .from(decisions)
    .innerJoin(clearances, eq(clearances.consignmentId, decisions.consignmentId))
    .where(
      and(
        eq(decisions.kind, 'release_with_correction'),
        eq(decisions.state, 'final'),
        eq(clearances.status, 'released'),
        gt(decisions.decidedAt, new Date(endAt.getTime() - SINCE_MS)),
      ),
    )
    .orderBy(desc(decisions.decidedAt), decisions.decisionId);
  const ripe = corrected.filter(({ at }) => at.getTime() + DECIDED_AFTER_MS < endAt.getTime());
  for (const [place, fate] of FATES.entries()) {
    const one = ripe[place];
    if (one) await appeal(one, fate, minorDigits);
  }
}

type Corrected = { consignmentId: string; decisionId: string; at: Date; officeId: string };

async function appeal(
  { consignmentId, decisionId, at, officeId }: Corrected,
  fate: (typeof FATES)[number],
  minorDigits: number,
): Promise<void> {
  const [, officer] = demoOfficers(officeId);
  const { disputableMinor } = await getAppeals(officer, consignmentId);
  if (disputableMinor < 2n) return;
  const amount = (minor: bigint) => moneyText(minor, minorDigits);
  const lodgedAt = new Date(at.getTime() + LODGED_AFTER_MS);
  const decidedAt = new Date(at.getTime() + DECIDED_AFTER_MS);
  const { appealId } = await lodgeAppeal(
    officer,
    {
      consignmentId,
      decisionId,
      claimed: amount(disputableMinor),
      lodgedOn: dayOf(lodgedAt),
      words: 'The price paid is the declared one; the receipt of the platform is enclosed',
    },
    lodgedAt,
  );
  const it = { consignmentId, appealId };
  if (fate === 'open') return;
  if (fate === 'secured') {
    const words = 'Cash deposit, receipt of the office';
    await actOnAppeal(officer, { ...it, seen: 1, act: 'secured', amount: amount(disputableMinor), words }, decidedAt);
    return;
  }
  const outcome = fate === 'court' ? 'rejected' : fate;
  const part = fate === 'partly_upheld' ? amount(disputableMinor / 2n) : '';
  const words = outcome === 'rejected' ? 'The receipt names other goods' : 'The receipt shows the price that was paid';
  await decideAppeal(demoSupervisor(officeId), { ...it, seen: 1, outcome, amount: part, words }, decidedAt);
  if (fate !== 'court') return;
  const escalated = { ...it, seen: 2, act: 'escalated', amount: '', words: 'District court, case 26/4471' } as const;
  await actOnAppeal(officer, escalated, new Date(decidedAt.getTime() + DAY_MS / 2));
}
