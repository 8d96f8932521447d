import 'server-only';
import type { z } from 'zod';
import { togetherLimitsOf } from '@/db/queries/clearance/together-limits';
import { openMatchesOf } from '@/db/queries/screening/open-matches';
import { inTransaction } from '@/db/transaction';
import { decideRelease } from '@/lib/clearance/decide-release';
import { decideTogether } from '@/lib/clearance/decide-together';
import type { RELEASE_INPUT } from '@/lib/clearance/inputs';
import { decideUnusual, unusualRelease } from '@/lib/clearance/unusual-release';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { type Decided, decide, type Together } from './decide';
import { accept, openChange } from './open-change';
import { releaseFacts, releasesAsSupervisor } from './release-facts';
import { unusualFacts } from './unusual-facts';

/**
 * Releases one consignment in a transaction of its own, or proposes to where the policy asks for a second officer; with a batch, only
 * where it may leave together with others. What is unusual about it must have been looked at. @throws RefusedError `release.*`, `together.*`, `status.*`, `claim.*`, `row.*`
 */
export async function release(
  actor: Actor,
  wish: z.output<typeof RELEASE_INPUT>,
  at: Date,
  batch?: Together,
): Promise<Decided> {
  authorise(actor, 'clearance.release');
  return inTransaction(async (tx) => {
    const open = await openChange(tx, actor, wish.kind, wish, at);
    const { row } = open;
    if (batch) {
      const limits = await togetherLimitsOf(tx, row.officeId);
      const openMatches = (await openMatchesOf(tx, [row])).get(row.consignmentId) ?? 0;
      accept(decideTogether({ ...row, openMatches, hasUnreadAnswer: row.answeredFor !== null }, limits, batch.count));
    }
    const isSupervisor = releasesAsSupervisor(actor);
    const { next, citation } = accept(decideRelease(await releaseFacts(tx, row, at), { ...wish, isSupervisor }));
    const unusual = unusualRelease(await unusualFacts(tx, open, wish.kind), wish.kind);
    accept(decideUnusual(unusual, wish.acknowledged));
    const acknowledged = unusual.map(({ code }) => code);
    return decide(tx, actor, open, { ...wish, next, citation, acknowledged }, batch);
  });
}
