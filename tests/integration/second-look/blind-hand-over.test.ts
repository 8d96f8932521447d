import { beforeAll, describe, expect, it } from 'vitest';
import { decideConsignment } from '@/db/commands/clearance/decide-consignment';
import { writeHandOver } from '@/db/commands/clearance/hand-over';
import { answerSecondLook } from '@/db/commands/second-look/answer-second-look';
import { takeSecondLook } from '@/db/commands/second-look/take-second-look';
import { db } from '@/db/connection';
import { getAppeals } from '@/db/queries/appeals/get-appeals';
import { getHandOver, listHandOvers, previewHandOver } from '@/db/queries/clearance/hand-overs';
import { secondLooks } from '@/db/schema';
import { NotFoundError } from '@/lib/kernel/errors';
import { aConsignment } from '../../support/a-consignment';
import { aDesk, type Desk } from '../../support/a-desk';
import { noLooks, now } from '../../support/a-second-look';
import { standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

/** Goods the officer detained a minute ago, handed over with the whole office, and drawn to be looked at again. */
async function aDetentionHandedOver() {
  await noLooks();
  const placed = await aConsignment(desk);
  const { consignmentId, rowVersion } = placed;
  const at = new Date(Date.now() - 60_000);
  const wish = { consignmentId, rowVersion, kind: 'detain', ground: 'analysis_awaited', note: 'Sample sent' } as const;
  const { decisionId } = await decideConsignment(desk.officer, wish, at);
  const { receivedOn, reference } = await standing(consignmentId);
  await db()
    .insert(secondLooks)
    .values({
      ...{ consignmentId, lookId: decisionId, receivedOn, officeId: desk.officeId, kind: 'by_data' },
      ...{ firstChoice: 'detain', firstReason: 'analysis_awaited', firstBy: desk.officer.id, version: 1 },
      ...{ probability: '0.05', drawnAt: at },
    })
    .onConflictDoNothing();
  const { handOverId } = await writeHandOver(desk.officer, { officeId: desk.officeId }, now());
  return { consignmentId, reference, lookId: decisionId, handOverId };
}

describe('A hand-over', () => {
  it('names no goods that its reader looks at blindly, nor counts them, until the answer is given', async () => {
    const { consignmentId, reference, lookId, handOverId } = await aDetentionHandedOver();
    const toldOf = async (actor: typeof desk.colleague) => {
      const one = await getHandOver(actor, handOverId);
      const all = await listHandOvers(actor, desk.officeId);
      const preview = await previewHandOver(actor, { officeId: desk.officeId, ofUserId: null });
      return {
        names: JSON.stringify([one, all, preview]).includes(reference),
        kept: [one.content.counts.kept, preview.counts.kept],
      };
    };
    expect(await toldOf(desk.colleague)).toEqual({ names: true, kept: [1, 1] });
    await takeSecondLook(desk.colleague, {}, now());
    expect(await toldOf(desk.colleague)).toEqual({ names: false, kept: [0, 0] });
    expect(await toldOf(desk.supervisor)).toEqual({ names: true, kept: [1, 1] });
    await expect(getAppeals(desk.colleague, consignmentId)).rejects.toThrow(NotFoundError);
    const answer = { consignmentId, lookId, answer: 'detain', reason: 'analysis_awaited' } as const;
    await answerSecondLook(desk.colleague, answer, now());
    expect(await toldOf(desk.colleague)).toEqual({ names: true, kept: [1, 1] });
  });
});
