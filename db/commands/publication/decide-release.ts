import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { releases } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { InvalidInputError, refuse } from '@/lib/kernel/errors';
import { DECIDE_RELEASE_INPUT, WITHDRAW_RELEASE_INPUT } from '@/lib/publication/states';
import { ownRelease } from './release-of';

/**
 * Approves a prepared release, which then goes out at its hour, or refuses it with the reason; the person who prepared it does neither.
 * @throws NotFoundError; InvalidInputError at `reason`; RefusedError `publication.own`, `publication.state`, `changed_meanwhile`
 */
export async function decideRelease(
  actor: Actor,
  input: z.input<typeof DECIDE_RELEASE_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'publication.approve');
  const { verdict, reason, ...asked } = parseInput(DECIDE_RELEASE_INPUT, input);
  if (verdict === 'refuse' && reason === '')
    throw new InvalidInputError([{ code: 'reason_of_refusal', severity: 'error', pointer: 'reason' }]);
  await inTransaction(async (tx) => {
    const { release, vintage } = await ownRelease(tx, actor, asked, ['prepared']);
    if (release.preparedBy === actor.id) throw refuse('publication.own');
    await move(tx, release, {
      ...{ state: verdict === 'approve' ? 'approved' : 'refused', reason: reason || null },
      ...{ decidedAt: at, decidedBy: actor.id, decidedByName: actor.name },
    });
    await writeAudit(
      tx,
      actor,
      {
        ...entryOf(release),
        action: verdict === 'approve' ? 'publication.approve' : 'publication.refuse',
        reason: reason || null,
        details: { ...factsOf(release), ruleVersion: vintage.rule.version },
      },
      at,
    );
  });
}

/**
 * Takes back a release that has not gone out, also one that was approved already.
 * @throws NotFoundError; RefusedError `publication.state`, `changed_meanwhile`
 */
export async function withdrawRelease(
  actor: Actor,
  input: z.input<typeof WITHDRAW_RELEASE_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'publication.prepare');
  const asked = parseInput(WITHDRAW_RELEASE_INPUT, input);
  await inTransaction(async (tx) => {
    const { release, vintage } = await ownRelease(tx, actor, asked, ['prepared', 'approved']);
    await move(tx, release, { state: 'withdrawn' });
    const details = { ...factsOf(release), ruleVersion: vintage.rule.version };
    await writeAudit(tx, actor, { ...entryOf(release), action: 'publication.withdraw', details }, at);
  });
}

type Release = typeof releases.$inferSelect;

const entryOf = ({ month, number }: Release) =>
  ({ subjectType: 'publication', subjectId: `${month}/${number}`, officeId: null }) as const;
const factsOf = ({ month, number, releaseAt }: Release) => ({
  ...{ month, vintage: number, releaseAt: releaseAt.toISOString() },
});

/** @throws RefusedError `changed_meanwhile` where somebody moved it since it was read */
async function move(tx: Tx, { id, rowVersion }: Release, set: Partial<Release>): Promise<void> {
  const moved = await tx
    .update(releases)
    .set({ ...set, rowVersion: sql`${releases.rowVersion} + 1` })
    .where(and(eq(releases.id, id), eq(releases.rowVersion, rowVersion)))
    .returning({ id: releases.id });
  if (moved.length === 0) throw refuse('changed_meanwhile');
}
