import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { goingOn, goOn } from '@/app/_server/go-on';
import { routes } from '@/app/_server/routes';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { db } from '@/db/connection';
import { clearances } from '@/db/schema';
import { RELEASE_INPUT } from '@/lib/clearance/inputs';
import type { Actor } from '@/lib/identity/actor';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { aConsignment, arrivingAt, type Placed } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater } from '../../support/a-desk';
import { auditOf, refusalOf, standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
beforeEach(async () => {
  await db().delete(clearances);
});

const NEXT = { officeId: 'NLRTM', lane: [], query: {} };
const releasing = (actor: Actor, { consignmentId, rowVersion }: Placed, next: typeof NEXT | null = NEXT) =>
  goOn(actor, next, () => releaseConsignment(actor, { consignmentId, rowVersion, ground: 'risk_not_confirmed' }));

describe('Deciding with the next wished for', () => {
  it('decides, claims the next and leads to it; both are in the log', async () => {
    const first = await aConsignment(desk, arrivingAt(minutesLater(10)));
    const second = await aConsignment(desk, arrivingAt(minutesLater(20)));
    const answer = await releasing(desk.officer, first);
    expect(answer).toMatchObject({ data: { status: 'released' }, to: routes.consignment(second.consignmentId) });
    expect((await standing(second.consignmentId)).claimedBy).toBe(desk.officer.id);
    expect((await auditOf(first.consignmentId)).map(({ action }) => action)).toEqual(['clearance.release']);
    // No look: the page that follows notes it when it is made.
    expect((await auditOf(second.consignmentId)).map(({ action }) => action)).toEqual(['clearance.claim']);
  });

  it('is stopped by no wish that cannot be read: the place one came from may hold anything', async () => {
    const [first, second] = [await aConsignment(desk), await aConsignment(desk)];
    const unfit = JSON.stringify({ ...NEXT, query: { q: 'x'.repeat(5_000) } });
    const act = { consignmentId: first.consignmentId, rowVersion: 1, ground: 'risk_not_confirmed' };
    const { next } = goingOn(RELEASE_INPUT).parse({ ...act, next: unfit });
    expect(
      await goOn(desk.officer, next, () => releaseConsignment(desk.officer, RELEASE_INPUT.parse(act))),
    ).toMatchObject({
      data: { status: 'released' },
      to: routes.consignment(second.consignmentId),
    });
  });

  it('stays where nothing is free, and takes nothing that was not wished for', async () => {
    const [first, second] = [await aConsignment(desk), await aConsignment(desk)];
    expect(await releasing(desk.officer, first, null)).toEqual({ data: expect.anything() });
    expect((await standing(second.consignmentId)).claimedBy).toBeNull();
    expect(await releasing(desk.officer, second)).toMatchObject({ data: { status: 'released', stays: 'none_free' } });
  });

  it('takes nothing where the role or the office forbids the decision', async () => {
    const [first, second] = [await aConsignment(desk), await aConsignment(desk)];
    await expect(releasing(desk.analyst, first)).rejects.toThrow(ForbiddenError);
    await expect(releasing(desk.stranger, first)).rejects.toThrow(NotFoundError);
    expect((await standing(second.consignmentId)).claimedBy).toBeNull();
  });

  it('takes nothing where the race for the decision was lost', async () => {
    const [first, second] = [await aConsignment(desk), await aConsignment(desk)];
    await releasing(desk.colleague, first, null);
    expect(await refusalOf(releasing(desk.officer, first))).toEqual(['row.decided']);
    expect((await standing(second.consignmentId)).claimedBy).toBeNull();
  });

  it('understands the wish as a form carries it, and nothing beside it', () => {
    const input = { consignmentId: desk.officer.id, rowVersion: '3', ground: 'risk_not_confirmed' };
    const schema = goingOn(RELEASE_INPUT);
    expect(schema.parse({ ...input, next: '{"officeId":"NLRTM","query":{"lane":"red"}}' }).next).toEqual({
      officeId: 'NLRTM',
      lane: [],
      query: { lane: 'red' },
    });
    expect(schema.parse({ ...input, next: '{' }).next).toBeNull();
    expect(schema.parse({ ...input, next: '{"other":1}' }).next).toBeNull();
    expect(schema.parse(input).next ?? null).toBeNull();
  });
});
