import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import { db } from '@/db/connection';
import { withinScope } from '@/db/queries/clearance/scope';
import { submissionsWithin } from '@/db/queries/intake/scope';
import {
  apiKeys,
  clearances,
  identities,
  loads,
  partners,
  profiles,
  submissions,
  users,
  webhookSubscriptions,
} from '@/db/schema';
import type { NamedKind } from '@/lib/audit/ids-in-row';
import type { Actor } from '@/lib/identity/actor';
import { can } from '@/lib/identity/permissions';
import { isUuid } from '@/lib/kernel/ids';

type Named = { readonly id: string; readonly name: string | null };

/** One statement by primary key for all ids of a kind. */
const LOOK_UP = {
  consignment: (ids: string[], actor: Actor) =>
    db()
      .select({ id: identities.consignmentId, name: identities.reference })
      .from(identities)
      .innerJoin(
        clearances,
        and(eq(clearances.consignmentId, identities.consignmentId), eq(clearances.receivedOn, identities.receivedOn)),
      )
      .where(and(inArray(identities.consignmentId, ids), withinScope(actor))),
  submission: (ids: string[], actor: Actor) =>
    db()
      .select({ id: submissions.id, name: submissions.fileName })
      .from(submissions)
      .where(and(inArray(submissions.id, ids), submissionsWithin(actor))),
  user: (ids: string[]) => db().select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids)),
  partner: (ids: string[]) =>
    db().select({ id: partners.id, name: partners.name }).from(partners).where(inArray(partners.id, ids)),
  api_key: (ids: string[]) =>
    db().select({ id: apiKeys.id, name: apiKeys.prefix }).from(apiKeys).where(inArray(apiKeys.id, ids)),
  webhook: async (ids: string[]): Promise<Named[]> => {
    const found = await db()
      .select({ id: webhookSubscriptions.id, url: webhookSubscriptions.url })
      .from(webhookSubscriptions)
      .where(inArray(webhookSubscriptions.id, ids));
    return found.map(({ id, url }) => ({ id, name: new URL(url).host }));
  },
  profile: async (ids: string[]): Promise<Named[]> => {
    const found = await db()
      .select({ id: profiles.id, number: profiles.number })
      .from(profiles)
      .where(inArray(profiles.id, ids));
    return found.map(({ id, number }) => ({ id, name: `#${number}` }));
  },
  policy: (ids: string[]) =>
    db().select({ id: loads.id, name: loads.fileName }).from(loads).where(inArray(loads.id, ids)),
} as const satisfies Record<NamedKind, (ids: string[], actor: Actor) => PromiseLike<readonly Named[]>>;

/** What an auditor reads of accounts, partners and keys is in the log itself; the rest follows the reader's own permissions. */
function mayKnow(actor: Actor, kind: NamedKind): boolean {
  if (kind === 'consignment') return can(actor, 'consignment.read');
  if (kind === 'submission') return can(actor, 'intake.read');
  if (kind === 'policy') return can(actor, 'reference.read');
  return can(actor, 'audit.read');
}

/** What ids stand for: a reference, a file, a person, a partner; of consignments and submissions those of the own offices. At most one statement a kind, however many ids. */
export async function nameIds(
  actor: Actor,
  wanted: Iterable<{ readonly kind: NamedKind; readonly id: string }>,
): Promise<Readonly<Record<string, string>>> {
  const byKind = new Map<NamedKind, Set<string>>();
  for (const { kind, id } of wanted) {
    if (!isUuid(id) || !mayKnow(actor, kind)) continue;
    byKind.set(kind, (byKind.get(kind) ?? new Set()).add(id));
  }
  const found = await Promise.all([...byKind].map(([kind, ids]) => LOOK_UP[kind]([...ids], actor)));
  return Object.fromEntries(found.flat().flatMap(({ id, name }) => (name ? [[id, name]] : [])));
}
