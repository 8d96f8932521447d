import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { coversReferences } from '@/db/queries/cooperation/answer-references';
import { counterpartInForce } from '@/db/queries/cooperation/counterpart-in-force';
import { exchangeIdentities, exchangePackages } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import { DECIDE_PACKAGE_INPUT } from '@/lib/cooperation/inputs';
import { signedPackage } from '@/lib/cooperation/sign';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { refuse } from '@/lib/kernel/errors';
import { sha256Hex } from '@/lib/kernel/ids';
import { lockExchange } from './exchange-of';
import { openExchangeSecret } from './exchange-secrets';
import { stillOffered } from './gather-items';

/**
 * Approves a prepared package, which signs it, or sends it back. Somebody else decides than prepared it, and on exactly what was shown.
 * @throws NotFoundError; RefusedError `cooperation.own`, `cooperation.state`, `changed_meanwhile`, `cooperation.over`,
 * `cooperation.not_in_force`, `cooperation.identity_changed`, `cooperation.key_lost`, `cooperation.gone`, `cooperation.bound`,
 * `cooperation.elsewhere`
 */
export async function decidePackage(
  actor: Actor,
  input: z.input<typeof DECIDE_PACKAGE_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'cooperation.decide');
  const { exchangeId, contentSha256, verdict, reason } = parseInput(DECIDE_PACKAGE_INPUT, input);
  await inTransaction(async (tx) => {
    const found = await lockExchange(tx, exchangeId, 'sent');
    if (found.madeBy === actor.id) throw refuse('cooperation.own');
    if (found.state !== 'prepared') throw refuse('cooperation.state');
    if (found.contentSha256 !== contentSha256) throw refuse('changed_meanwhile');
    // Nobody signs what the page does not show them.
    if (verdict === 'approve' && !(await coversReferences(tx, actor, found))) throw refuse('cooperation.elsewhere');
    const signed = verdict === 'approve' ? await sign(tx, found, at) : null;
    const decided = { decidedBy: actor.id, decidedByName: actor.name, decidedAt: at, decisionNote: reason };
    const changed = await tx
      .update(exchangePackages)
      .set({
        state: signed ? 'approved' : 'refused',
        ...decided,
        ...(signed ? { file: signed, fileSha256: sha256Hex(signed) } : {}),
        rowVersion: found.rowVersion + 1,
      })
      .where(and(eq(exchangePackages.exchangeId, exchangeId), eq(exchangePackages.state, 'prepared')))
      .returning({ id: exchangePackages.exchangeId });
    if (changed.length === 0) throw refuse('changed_meanwhile');
    await writeAudit(
      tx,
      actor,
      {
        action: signed ? 'cooperation.approve' : 'cooperation.refuse',
        subjectType: 'exchange',
        subjectId: exchangeId,
        officeId: null,
        reason,
        details: {
          ...{ administration: found.content.to.code, packageId: found.packageId, handling: found.handling },
          ...(signed ? { sha256: sha256Hex(signed) } : {}),
        },
      },
      at,
    );
  });
}

async function sign(tx: Tx, found: typeof exchangePackages.$inferSelect, at: Date): Promise<Buffer> {
  if (found.expiresOn < dayOf(at)) throw refuse('cooperation.over');
  await counterpartInForce(tx, found.counterpartId, dayOf(at));
  await stillOffered(tx, found.exchangeId, dayOf(at));
  const [own] = await tx.select().from(exchangeIdentities).where(isNull(exchangeIdentities.retiredAt));
  if (own?.code !== found.content.from.code) throw refuse('cooperation.identity_changed');
  const opened = openExchangeSecret({ fingerprint: own.fingerprint }, own.sealedKey);
  if (!opened) throw refuse('cooperation.key_lost');
  return signedPackage(found.content, opened.secret);
}
