import 'server-only';
import { eq } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { exchangeMatches, type exchangePackages } from '@/db/schema';
import { PACKAGE_LIMITS, type PackageContent } from '@/lib/cooperation/package';
import type { Actor } from '@/lib/identity/actor';
import { can } from '@/lib/identity/permissions';
import { firstHits } from './first-hits';

type Answer = Pick<typeof exchangePackages.$inferSelect, 'content' | 'direction' | 'answersTo'>;

/** Whether the offices of the actor are all those that the references of an answer of ours are of; true of any other package. */
export async function coversReferences(
  from: Executor,
  actor: Actor,
  { content, direction, answersTo }: Answer,
): Promise<boolean> {
  if (direction === 'received' || content.kind !== 'match_answer' || answersTo === null) return true;
  if (content.matches.every(({ references }) => references.length === 0)) return true;
  const [match] = await from.select().from(exchangeMatches).where(eq(exchangeMatches.exchangeId, answersTo));
  return match?.officeIds.every((officeId) => actor.officeIds.includes(officeId)) ?? false;
}

/**
 * What a package tells its reader: references of an answer of ours only of their own offices, but for who decides on it and has all
 * its offices. `isWithheld` where some are left out.
 */
export async function contentFor(
  from: Executor,
  actor: Actor,
  answer: Answer,
): Promise<{ readonly content: PackageContent; readonly isWithheld: boolean }> {
  const { content, answersTo } = answer;
  const isWhole = can(actor, 'cooperation.decide') && (await coversReferences(from, actor, answer));
  if (content.kind !== 'match_answer' || answer.direction === 'received' || answersTo === null || isWhole)
    return { content, isWithheld: false };
  const { references: most } = PACKAGE_LIMITS;
  const own = await firstHits(from, answersTo, { most, officeIds: actor.officeIds });
  const matches = content.matches.map((match) => {
    const known = new Set(own.get(match.number)?.map(({ reference }) => reference));
    return { ...match, references: match.references.filter((reference) => known.has(reference)) };
  });
  const isWithheld = matches.some(
    ({ references }, index) => references.length < (content.matches[index]?.references.length ?? 0),
  );
  return { content: { ...content, matches }, isWithheld };
}
