import 'server-only';
import { and, asc, desc, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { withinScope } from '@/db/queries/clearance/scope';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { clearances, consignments, profileHits, profiles, profileVersions } from '@/db/schema';
import { type Amount, amountIn } from '@/lib/clearance/amount';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { isUuid } from '@/lib/kernel/ids';
import type { ProfileEffect } from '@/lib/profile/content';
import { FIELDS } from '@/lib/profile/fields';
import type { MetCondition } from '@/lib/profile/predicate';
import type { KeptBack } from '@/lib/profile/select';
import { strongestEffect } from '@/lib/profile/strongest-effect';

export type HitView = {
  readonly profileId: string;
  readonly number: number;
  readonly version: number;
  readonly title: string;
  readonly instruction: string;
  readonly effect: ProfileEffect;
  readonly mode: 'shadow' | 'active';
  /** Why it took no part in the selection all the same. */
  readonly keptBack: KeptBack | null;
  readonly met: readonly MetFact[];
};

/** What a field held that met a condition; an amount as such, so that no screen has to know the decimals of a currency. */
export type MetFact = Pick<MetCondition, 'field'> & { readonly actual: MetCondition['actual'] | Amount };

/** The profiles that the version in force of a consignment of one's own offices met: those in force first, strongest first. */
export async function hitsOfConsignment(actor: Actor, consignmentId: string, at = new Date()): Promise<HitView[]> {
  authorise(actor, 'consignment.read');
  if (!isUuid(consignmentId)) return [];
  const [rows, policy] = await Promise.all([hitRows(actor, consignmentId), policyInForce(db(), dayOf(at))]);
  const amount = amountIn(policy.currency, policy.minorDigits);
  const factOf = ({ field, actual }: MetCondition): MetFact => ({
    field,
    actual: FIELDS[field].unit === 'minor' && typeof actual === 'number' ? amount(BigInt(actual)) : actual,
  });
  return rows
    .map(({ hit, number, content: { title, instruction, effect } }) => ({
      profileId: hit.profileId,
      number,
      version: hit.version,
      title,
      instruction,
      effect,
      mode: hit.mode,
      keptBack: hit.keptBack,
      met: hit.met.map(factOf),
    }))
    .sort(
      (one, other) =>
        Number(other.mode === 'active') - Number(one.mode === 'active') || strongestEffect(one.effect, other.effect),
    );
}

function hitRows(actor: Actor, consignmentId: string) {
  return db()
    .select({ hit: profileHits, number: profiles.number, content: profileVersions.content })
    .from(profileHits)
    .innerJoin(
      consignments,
      and(
        eq(consignments.consignmentId, profileHits.consignmentId),
        eq(consignments.receivedOn, profileHits.receivedOn),
        eq(consignments.version, profileHits.consignmentVersion),
      ),
    )
    .innerJoin(
      clearances,
      and(eq(clearances.consignmentId, profileHits.consignmentId), eq(clearances.receivedOn, profileHits.receivedOn)),
    )
    .innerJoin(
      profileVersions,
      and(eq(profileVersions.profileId, profileHits.profileId), eq(profileVersions.version, profileHits.version)),
    )
    .innerJoin(profiles, eq(profiles.id, profileHits.profileId))
    .where(and(eq(profileHits.consignmentId, consignmentId), withinScope(actor)))
    .orderBy(asc(profiles.number), desc(profileHits.version));
}
