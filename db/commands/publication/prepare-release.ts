import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, gt, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { releases, vintages } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { InvalidInputError, refuse } from '@/lib/kernel/errors';
import { PREPARE_INPUT, STANDING_STATES } from '@/lib/publication/states';
import { ownVintage } from './release-of';

/**
 * Lays the release of a vintage before a second person, for an hour that is still to come. What readers are told of it is asked of a
 * revision, whose figures are others than those they know.
 * @throws NotFoundError; InvalidInputError at `releaseAt` or `note`; RefusedError `publication.standing`, `publication.newer`
 */
export async function prepareRelease(
  actor: Actor,
  input: z.input<typeof PREPARE_INPUT>,
  at = new Date(),
): Promise<{ releaseId: string }> {
  authorise(actor, 'publication.prepare');
  const { month, number, releaseAt, note } = parseInput(PREPARE_INPUT, input);
  if (releaseAt <= at) throw invalid('releaseAt', 'not_ahead_hour');
  if (number > 1 && note === '') throw invalid('note', 'note_of_revision');
  const id = randomUUID();
  await inTransaction(async (tx) => {
    const vintage = await ownVintage(tx, actor, { month, number });
    const [newer] = await tx
      .select({ number: vintages.number })
      .from(vintages)
      .where(and(eq(vintages.month, month), gt(vintages.number, number)));
    if (newer) throw refuse('publication.newer', { vintage: newer.number });
    const standing = await tx
      .select({ id: releases.id })
      .from(releases)
      .where(
        and(eq(releases.month, month), eq(releases.number, number), inArray(releases.state, [...STANDING_STATES])),
      );
    if (standing.length > 0) throw refuse('publication.standing');
    const [written] = await tx
      .insert(releases)
      .values({
        ...{ id, month, number, state: 'prepared', releaseAt, note },
        ...{ preparedAt: at, preparedBy: actor.id, preparedByName: actor.name },
      })
      .onConflictDoNothing()
      .returning({ id: releases.id });
    // Somebody else prepared it in the same moment.
    if (!written) throw refuse('publication.standing');
    await writeAudit(
      tx,
      actor,
      {
        action: 'publication.prepare',
        subjectType: 'publication',
        subjectId: `${month}/${number}`,
        officeId: null,
        details: { month, vintage: number, releaseAt: releaseAt.toISOString(), ruleVersion: vintage.rule.version },
      },
      at,
    );
  });
  return { releaseId: id };
}

const invalid = (pointer: string, code: string) => new InvalidInputError([{ code, severity: 'error', pointer }]);
