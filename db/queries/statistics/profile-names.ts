import 'server-only';
import { desc, eq, inArray } from 'drizzle-orm';
import { db } from '@/db/connection';
import { profiles, profileVersions } from '@/db/schema';

export type ProfileName = { readonly number: number; readonly title: string };

/** Number and latest title of the profiles among some rules, by id. Takes no actor: what the rules are, the caller was allowed to ask. */
export async function namesOfProfiles(
  rules: readonly { readonly kind: string; readonly key: string }[],
): Promise<ReadonlyMap<string, ProfileName>> {
  const ids = [...new Set(rules.flatMap(({ kind, key }) => (kind === 'profile' || kind === 'shadow' ? [key] : [])))];
  if (ids.length === 0) return new Map();
  const rows = await db()
    .selectDistinctOn([profileVersions.profileId], {
      id: profileVersions.profileId,
      number: profiles.number,
      content: profileVersions.content,
    })
    .from(profileVersions)
    .innerJoin(profiles, eq(profiles.id, profileVersions.profileId))
    .where(inArray(profileVersions.profileId, ids))
    .orderBy(profileVersions.profileId, desc(profileVersions.version));
  return new Map(rows.map(({ id, number, content }) => [id, { number, title: content.title }]));
}
