import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, between, inArray, ne } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { parametersFrom } from '@/db/queries/simulation/parameters-of';
import { versionsOf } from '@/db/queries/simulation/profile-changes';
import { clearances, simulations } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise, can } from '@/lib/identity/permissions';
import { dayOf, daysBetween } from '@/lib/kernel/dates';
import { InvalidInputError } from '@/lib/kernel/errors';
import { isUuid } from '@/lib/kernel/ids';
import type { Problem } from '@/lib/kernel/problem';
import { firstDayWithout, type HeldAgainst } from '@/lib/policy/part-faults';
import { type Changes, CREATE_INPUT, PERIOD_DAYS_MAX } from '@/lib/simulation/changes';
import { checkChanges } from '@/lib/simulation/check';

type Asked = z.output<typeof CREATE_INPUT>;

const fault = (pointer: string, code: string, value?: string): Problem => ({
  code,
  severity: 'error',
  pointer,
  ...(value === undefined ? {} : { value }),
});

/**
 * Saves a simulation to be run: its period, its changes, each checked as a change of the law would be. Nothing of the policy, the slots
 * or the profiles is touched by it, now or when it runs. Slots, and the share of them that is drawn, are for who
 * sees them, profiles for who reads them.
 * @throws InvalidInputError with the place, the rule and the value of every fault
 */
export async function createSimulation(
  actor: Actor,
  input: z.input<typeof CREATE_INPUT>,
  at = new Date(),
): Promise<{ simulationId: string }> {
  authorise(actor, 'simulation.write');
  const asked = parseInput(CREATE_INPUT, input);
  const ofPeriod = periodFaults(asked, at);
  if (ofPeriod.length > 0) throw new InvalidInputError(ofPeriod);
  const id = randomUUID();
  await inTransaction(async (tx) => {
    const { currency, minorDigits } = await policyInForce(tx, dayOf(at));
    const rows = await parametersFrom(tx, asked.fromOn);
    const changes = await checked(tx, actor, asked, { currency, minorDigits, rows });
    await tx.insert(simulations).values({
      id,
      title: asked.title,
      state: 'draft',
      officeIds: [...actor.officeIds],
      ...{ fromOn: asked.fromOn, toOn: asked.toOn, nextOn: asked.fromOn, changes, currency, minorDigits },
      ...{ createdBy: actor.id, createdByName: actor.name, createdAt: at },
    });
    await writeAudit(
      tx,
      actor,
      {
        action: 'simulation.create',
        subjectType: 'simulation',
        subjectId: id,
        officeId: null,
        details: {
          ...{ from: asked.fromOn, to: asked.toOn, parameters: changes.parameters.length },
          ...{ offices: changes.slots.length, profiles: changes.profiles.length },
          indicators: changes.indicators?.length ?? 0,
        },
      },
      at,
    );
  });
  return { simulationId: id };
}

function periodFaults({ fromOn, toOn }: Asked, at: Date): readonly Problem[] {
  if (toOn < fromOn) return [fault('toOn', 'period', `${fromOn} ${toOn}`)];
  // A day that is not over would be simulated by half.
  if (toOn >= dayOf(at)) return [fault('toOn', 'day_not_over', toOn)];
  const days = daysBetween(fromOn, toOn) + 1;
  return days > PERIOD_DAYS_MAX ? [fault('toOn', 'period_long', String(days))] : [];
}

async function checked(
  tx: Tx,
  actor: Actor,
  { fromOn, toOn, changes: typed }: Asked,
  { currency, minorDigits, rows }: Omit<HeldAgainst, 'period'>,
): Promise<Changes> {
  const period = { fromOn, toOn };
  const versions = await versionsOf(tx, profileIdsIn(typed));
  const read = checkChanges(typed, { period, currency, minorDigits, rows, officeIds: actor.officeIds, versions });
  if (!read.ok) throw new InvalidInputError(read.problems);
  const { changes } = read;
  const problems: Problem[] = [];
  if (!can(actor, 'capacity.read')) {
    if (changes.slots.length > 0) problems.push(fault('changes.slots', 'not_yours'));
    if (changes.parameters.some(({ kind }) => kind === 'capacity')) {
      problems.push(fault('changes.capacity.office', 'not_yours'));
    }
  }
  if (changes.profiles.length > 0 && !can(actor, 'profile.read')) problems.push(fault('changes.profiles', 'not_yours'));
  const changesLaw = changes.parameters.some(({ kind, key }) => kind === 'charge_law' && key === 'own');
  const lawless = changesLaw ? null : firstDayWithout(rows, 'charge_law', 'own', period);
  if (lawless !== null) problems.push(fault('fromOn', 'no_law', lawless));
  if (!(await hasConsignments(tx, actor, period)))
    problems.push(fault('fromOn', 'no_consignments', `${fromOn} ${toOn}`));
  if (problems.length > 0) throw new InvalidInputError(problems);
  return changes;
}

/** Ids that may be of profiles, of changes nobody has read yet. */
function profileIdsIn(typed: string): readonly string[] {
  try {
    const { profiles } = JSON.parse(typed) as { profiles?: unknown };
    const ids = Array.isArray(profiles) ? profiles.map((one) => Reflect.get(Object(one), 'profileId')) : [];
    return ids.filter((id): id is string => typeof id === 'string' && isUuid(id));
  } catch {
    return [];
  }
}

async function hasConsignments(tx: Tx, { officeIds }: Actor, { fromOn, toOn }: Pick<Asked, 'fromOn' | 'toOn'>) {
  const [found] = await tx
    .select({ day: clearances.receivedOn })
    .from(clearances)
    .where(
      and(
        between(clearances.receivedOn, fromOn, toOn),
        inArray(clearances.officeId, [...officeIds]),
        ne(clearances.status, 'withdrawn'),
      ),
    )
    .limit(1);
  return found !== undefined;
}
