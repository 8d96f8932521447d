import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { counterpartInForce } from '@/db/queries/cooperation/counterpart-in-force';
import { fitItems } from '@/db/queries/cooperation/fit-items';
import { exchangeItems, exchangePackages } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import { TAKE_OVER_INPUT } from '@/lib/cooperation/inputs';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError, RefusedError, refuse } from '@/lib/kernel/errors';
import { lockExchange } from './exchange-of';
import { takeItem } from './take-items';

/**
 * Takes chosen items of a package over: profiles and lists as proposals of whoever does it, which a second person decides on; alerts and
 * typologies as read. The others are left.
 * @throws NotFoundError; RefusedError `cooperation.state`, `changed_meanwhile`, `cooperation.over`, `cooperation.not_in_force`,
 * `cooperation.nothing`, `cooperation.unfit`
 */
export async function takeOver(
  actor: Actor,
  input: z.input<typeof TAKE_OVER_INPUT>,
  at = new Date(),
): Promise<{ taken: number }> {
  authorise(actor, 'cooperation.prepare');
  const { exchangeId, rowVersion, items: chosen, reason } = parseInput(TAKE_OVER_INPUT, input);
  return inTransaction(async (tx) => {
    const found = await lockExchange(tx, exchangeId, 'received');
    const { content, packageId } = found;
    if (content.kind !== 'intelligence') throw new NotFoundError('exchange');
    if (found.state !== 'checked') throw refuse('cooperation.state');
    if (found.rowVersion !== rowVersion) throw refuse('changed_meanwhile');
    if (found.expiresOn < dayOf(at)) throw refuse('cooperation.over');
    await counterpartInForce(tx, found.counterpartId, dayOf(at));
    const fits = (await fitItems(tx, content.items, at)).filter(({ item }) => chosen.includes(item.number));
    if (fits.length === 0 || fits.length < new Set(chosen).size) throw refuse('cooperation.nothing');
    const unfit = fits.filter(({ as, item }) => as === 'nothing' || item.expiresOn < dayOf(at));
    if (unfit.length > 0)
      throw new RefusedError(unfit.map(({ item }) => ({ code: 'cooperation.unfit', params: { title: item.title } })));
    const source = { code: content.from.code, packageId, reason };
    const subjects: string[] = [];
    for (const fit of fits) {
      const subject = await takeItem(tx, actor, fit, source, at);
      if (subject) subjects.push(subject.subjectId);
      await tx
        .update(exchangeItems)
        .set({ state: 'taken', takenByName: actor.name, takenAt: at, ...subject })
        .where(and(eq(exchangeItems.exchangeId, exchangeId), eq(exchangeItems.number, fit.item.number)));
    }
    await tx
      .update(exchangeItems)
      .set({ state: 'left' })
      .where(and(eq(exchangeItems.exchangeId, exchangeId), eq(exchangeItems.state, 'open')));
    const decided = { decidedBy: actor.id, decidedByName: actor.name, decidedAt: at, decisionNote: reason };
    await tx
      .update(exchangePackages)
      .set({ state: 'taken_over', ...decided, rowVersion: rowVersion + 1 })
      .where(eq(exchangePackages.exchangeId, exchangeId));

    await writeAudit(
      tx,
      actor,
      {
        action: 'cooperation.take_over',
        subjectType: 'exchange',
        subjectId: exchangeId,
        officeId: null,
        reason,
        details: {
          ...{ administration: content.from.code, packageId, handling: found.handling },
          ...{ items: fits.length, leftOut: content.items.length - fits.length, made: subjects },
        },
      },
      at,
    );
    return { taken: fits.length };
  });
}
