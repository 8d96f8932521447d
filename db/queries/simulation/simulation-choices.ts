import 'server-only';
import { and, asc, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { revisionsByOffice } from '@/db/queries/capacity/capacity-revisions';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { clearances, parameters } from '@/db/schema';
import { slotsOn } from '@/lib/capacity/plan';
import type { Slots } from '@/lib/capacity/slots';
import type { Actor } from '@/lib/identity/actor';
import { authorise, can } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { isOfBefore } from '@/lib/policy/reliefs-of-before';
import { seesKind } from '@/lib/policy/seen-kinds';
import { SELECTION_KINDS, type SimulatedKind } from '@/lib/simulation/changes';
import { listProfiles } from '../profile/list-profiles';

type Value = Readonly<Record<string, unknown>>;

export type SimulationChoices = {
  readonly currency: string;
  /** First and last day with consignments that are over; null where there is none. */
  readonly days: { readonly first: string; readonly last: string } | null;
  /** The law, the limits beside it, the rates of tax, the limits of lanes and the draw as they stand on the last of these days. */
  readonly parameters: readonly { readonly kind: SimulatedKind; readonly key: string; readonly value: Value }[];
  /** Offices with the slots of the last day; null where the reader does not see slots. */
  readonly offices: readonly { readonly officeId: string; readonly slots: Slots }[] | null;
  /** Profiles with their versions, the latest first; null where the reader does not see profiles. */
  readonly profiles:
    | readonly {
        readonly profileId: string;
        readonly number: number;
        readonly title: string;
        readonly isActive: boolean;
        readonly versions: readonly number[];
      }[]
    | null;
};

/** What a simulation can change, as it stands on the last day that is over: the form begins with it. */
export async function simulationChoices(actor: Actor, at = new Date()): Promise<SimulationChoices> {
  authorise(actor, 'simulation.write');
  const yesterday = addDays(dayOf(at), -1);
  const [{ currency, capacity }, days, rows] = await Promise.all([
    policyInForce(db(), dayOf(at)),
    daysOf(actor, yesterday),
    db()
      .select({ kind: parameters.kind, key: parameters.key, value: parameters.value })
      .from(parameters)
      .where(
        and(
          inArray(parameters.kind, ['charge_law', 'threshold', 'vat_rate', ...SELECTION_KINDS]),
          lte(parameters.validFrom, yesterday),
          or(isNull(parameters.validTo), gte(parameters.validTo, yesterday)),
        ),
      )
      .orderBy(asc(parameters.kind), asc(parameters.key)),
  ]);
  return {
    ...{ currency, days },
    parameters: rows
      .filter((row) => !isOfBefore(row))
      .filter(({ kind }) => seesKind(actor, kind))
      .map(({ kind, key, value }) => ({ kind: kind as SimulatedKind, key, value: value as Value })),
    offices: can(actor, 'capacity.read') ? await officesOf(actor, yesterday, capacity.slots) : null,
    profiles: can(actor, 'profile.read') ? await profilesOf(actor, at) : null,
  };
}

async function daysOf(actor: Actor, yesterday: string): Promise<SimulationChoices['days']> {
  const { rows } = await db().execute<{ first: string | null; last: string | null }>(sql`
    select min(received_on)::text as first, max(received_on)::text as last from ${clearances}
    where received_on <= ${yesterday} and ${inArray(clearances.officeId, [...actor.officeIds])}`);
  const [found] = rows;
  return found?.first && found.last ? { first: found.first, last: found.last } : null;
}

async function officesOf({ officeIds }: Actor, day: string, usual: Slots) {
  const revisions = await revisionsByOffice(db(), officeIds, day);
  return [...officeIds].sort().map((officeId) => {
    return { officeId, slots: slotsOn(revisions.get(officeId) ?? [], day, usual).slots };
  });
}

async function profilesOf(actor: Actor, at: Date) {
  const found = await listProfiles(actor, null, at);
  return found
    .filter(({ versions }) => versions.length > 0)
    .map(({ profileId, number, versions }) => ({
      ...{ profileId, number, title: versions[0]?.content.title ?? '' },
      isActive: versions.some(({ state, isOver }) => state === 'active' && !isOver),
      versions: versions.map(({ version }) => version),
    }));
}
