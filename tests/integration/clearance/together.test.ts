import { desc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { eachOf, type Outcome } from '@/db/commands/clearance/change/each-of';
import { claimConsignment } from '@/db/commands/clearance/claim-consignment';
import { holdConsignment } from '@/db/commands/clearance/hold-consignment';
import { limitTogether } from '@/db/commands/clearance/limit-together';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { releaseTogether } from '@/db/commands/clearance/release-together';
import { undoDecision } from '@/db/commands/clearance/undo-decision';
import { undoTogether } from '@/db/commands/clearance/undo-together';
import { db } from '@/db/connection';
import { getTogetherLimits } from '@/db/queries/clearance/together-limits';
import { auditLog, clearances } from '@/db/schema';
import { ForbiddenError, InvalidInputError, NotFoundError } from '@/lib/kernel/errors';
import { aConsignment, inLane, type Placed, withScore } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW, someone } from '../../support/a-desk';
import { auditOf, expectStatisticsToAgree, refusalOf, standing, timelineOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const seen = ({ consignmentId, rowVersion }: Placed) => ({ consignmentId, rowVersion });
const told = (answer: { readonly outcomes: readonly Outcome[] } | readonly Outcome[]) =>
  ('outcomes' in answer ? answer.outcomes : answer).map((one) =>
    'reasons' in one ? one.reasons.map(({ code }) => code) : 'done',
  );
const some = (count: number) => Promise.all(Array.from({ length: count }, () => aConsignment(desk, withScore(30))));
const auditRows = () =>
  db().select().from(auditLog).where(eq(auditLog.action, 'clearance.limit_together')).orderBy(desc(auditLog.at));
const GROUND = { ground: 'risk_not_confirmed', note: 'Same seller, same goods, seen before' } as const;

describe('Releasing together', () => {
  it('releases each by itself on the one ground, with its audit row and one batch', async () => {
    const placed = await some(3);
    expect(told(await releaseTogether(desk.officer, { rows: placed.map(seen), ...GROUND }, NOW))).toEqual([
      'done',
      'done',
      'done',
    ]);
    const batches = new Set<unknown>();
    for (const { consignmentId } of placed) {
      expect(await standing(consignmentId)).toMatchObject({ status: 'released', decidedBy: desk.officer.id });
      const [row] = (await auditOf(consignmentId)).filter(({ action }) => action === 'clearance.release');
      expect(row).toMatchObject({ reason: GROUND.note, details: { ground: GROUND.ground, kind: 'release' } });
      batches.add(row?.details?.batchId);
      expect((await timelineOf(consignmentId)).map(({ kind }) => kind)).toContain('released');
    }
    expect([...batches]).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/)]);
    await expectStatisticsToAgree();
  });

  it('leaves out what was singled out, and releases the rest', async () => {
    const [plain, held, wrong] = await some(3);
    if (!plain || !held || !wrong) throw new Error('nothing placed');
    const red = await aConsignment(desk, inLane('red'), withScore(80));
    const hold = await holdConsignment(desk.officer, { ...seen(held), ground: 'value_doubt' }, NOW);
    const rows = [seen(red), { ...seen(held), rowVersion: hold.rowVersion }, seen(plain)];
    expect(told(await releaseTogether(desk.officer, { rows, ...GROUND }, NOW))).toEqual([
      ['together.red', 'together.score'],
      ['together.hold_open'],
      'done',
    ]);
    expect(await standing(red.consignmentId)).toMatchObject({ status: 'selected', rowVersion: red.rowVersion });
    expect((await auditOf(held.consignmentId)).map(({ action }) => action)).not.toContain('clearance.release');
  });

  it('is for officers, of the own office, and takes no ground that rests on one consignment', async () => {
    const [placed] = await some(1);
    if (!placed) throw new Error('nothing placed');
    const rows = [seen(placed)];
    await expect(releaseTogether(desk.analyst, { rows, ...GROUND }, NOW)).rejects.toThrow(ForbiddenError);
    expect(told(await releaseTogether(desk.stranger, { rows, ...GROUND }, NOW))).toEqual([['not_found']]);
    const odd = { rows, ground: 'licence_produced' as 'no_capacity' };
    await expect(releaseTogether(desk.officer, odd, NOW)).rejects.toThrow(InvalidInputError);
    await expect(releaseTogether(desk.officer, { rows: [], ...GROUND }, NOW)).rejects.toThrow(InvalidInputError);
    // Named twice it would count twice towards what takes a second person.
    const twice = { rows: [...rows, ...rows], ...GROUND };
    await expect(releaseTogether(desk.officer, twice, NOW)).rejects.toThrow(InvalidInputError);
    expect(await standing(placed.consignmentId)).toMatchObject({ status: 'selected' });
  });

  it('tells of each that was lost by whom, and of two who release the same rows one gets each', async () => {
    const [decided, claimed, ...both] = await some(5);
    if (!decided || !claimed) throw new Error('nothing placed');
    await releaseConsignment(desk.colleague, { ...seen(decided), ground: 'documents_in_order' }, NOW);
    await claimConsignment(desk.colleague, seen(claimed), NOW);
    const rows = [decided, claimed].map(seen);
    const { outcomes } = await releaseTogether(desk.officer, { rows, ...GROUND }, NOW);
    expect(told(outcomes)).toEqual([['row.decided'], ['claim.held']]);
    expect(outcomes[0]).toMatchObject({ reasons: [{ params: { name: desk.colleague.name } }] });

    const wish = { rows: both.map(seen), ...GROUND };
    const won = await Promise.all([desk.officer, desk.colleague].map((actor) => releaseTogether(actor, wish, NOW)));
    for (const [index, { consignmentId }] of both.entries()) {
      expect(won.filter(({ outcomes }) => 'changed' in (outcomes[index] ?? {}))).toHaveLength(1);
      expect(await standing(consignmentId)).toMatchObject({ status: 'released' });
    }
    await expectStatisticsToAgree();
  });
});

describe('What an office lets leave together', () => {
  const SECOND = { secondAboveRows: 20, secondAboveValue: '5000' };
  const GOOD = { officeId: 'NLRTM', rowsMax: 2, scoreMax: 35, reason: 'New staff this week', ...SECOND } as const;

  it('is set by its supervisor with a reason, and a release together keeps to it', async () => {
    const { revision } = await getTogetherLimits(desk.supervisor, 'NLRTM');
    await limitTogether(desk.supervisor, { ...GOOD, revision }, NOW);
    expect(await getTogetherLimits(desk.officer, 'NLRTM')).toMatchObject({
      ...{ revision: revision + 1, rowsMax: 2, scoreMax: 35, takesNoSlot: false },
      changed: { byName: desk.supervisor.name, reason: GOOD.reason },
    });
    const rows = await auditRows();
    expect(rows[0]).toMatchObject({
      actorId: desk.supervisor.id,
      reason: GOOD.reason,
      details: {
        before: { scoreMax: 59, rowsMax: 50, secondAboveRows: 20, secondAboveMinor: '500000' },
        after: { scoreMax: 35, rowsMax: 2 },
        revision: revision + 1,
      },
    });
    const [one, two, three] = await some(3);
    const high = await aConsignment(desk, withScore(36));
    if (!one || !two || !three) throw new Error('nothing placed');
    const many = { rows: [one, two, three].map(seen), ...GROUND };
    expect(told(await releaseTogether(desk.officer, many, NOW))).toEqual(Array(3).fill(['together.too_many']));
    const few = { rows: [one, high].map(seen), ...GROUND };
    expect(told(await releaseTogether(desk.officer, few, NOW))).toEqual(['done', ['together.score']]);
    const back = { ...GOOD, revision: revision + 1, rowsMax: 50, scoreMax: 59, takesNoSlot: 'true' };
    await limitTogether(desk.supervisor, back, minutesLater(1));
    expect(await getTogetherLimits(desk.officer, 'NLRTM')).toMatchObject({ scoreMax: 59, takesNoSlot: true });
  });

  it('is not for officers, not of another office, within bounds, and of two who set it one is told who was faster', async () => {
    const { revision } = await getTogetherLimits(desk.supervisor, 'NLRTM');
    const wish = { ...GOOD, revision };
    await expect(limitTogether(desk.officer, wish, NOW)).rejects.toThrow(ForbiddenError);
    await expect(limitTogether(desk.supervisor, { ...wish, officeId: 'BELGG' }, NOW)).rejects.toThrow(NotFoundError);
    await expect(getTogetherLimits(desk.stranger, 'NLRTM')).rejects.toThrow(NotFoundError);
    await expect(limitTogether(desk.supervisor, { ...wish, rowsMax: 201 }, NOW)).rejects.toThrow(InvalidInputError);
    await expect(limitTogether(desk.supervisor, { ...wish, reason: '' }, NOW)).rejects.toThrow(InvalidInputError);
    for (const secondAboveValue of ['1,5', '1.234', '-1', 'much'])
      expect(await refusalOf(limitTogether(desk.supervisor, { ...wish, secondAboveValue }, NOW))).toEqual([
        'batch.value_malformed',
      ]);
    const manager = someone('risk_manager', 'NLRTM');
    const both = await Promise.allSettled([desk.supervisor, manager].map((actor) => limitTogether(actor, wish, NOW)));
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [lost] = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(lost).toMatchObject({ reasons: [{ code: 'together_limits_changed', params: { at: NOW.toISOString() } }] });
    expect([desk.supervisor.name, manager.name]).toContain(lost.reasons[0].params.name);
    await limitTogether(desk.supervisor, { ...wish, revision: revision + 1, rowsMax: 50, scoreMax: 59 }, NOW);
  });
});

describe('An error nobody expected of one', () => {
  it('is told of that one and logged, and hides nothing of what was done with the others', async () => {
    const placed = await some(3);
    const logged = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const outcomes = await eachOf(placed, async (row) => {
      if (row === placed[1]) throw new Error('the disk is full');
      return holdConsignment(desk.officer, { ...seen(row), ground: 'value_doubt' }, NOW);
    });
    const lines = logged.mock.calls.map(([line]) => String(line));
    logged.mockRestore();
    expect(told(outcomes)).toEqual(['done', ['act_failed'], 'done']);
    expect(lines).toEqual([expect.stringMatching(/"each\.failed".*"the disk is full"/)]);
    expect(lines[0]).toContain(placed[1]?.consignmentId);
    expect(await Promise.all(placed.map(async (one) => (await standing(one.consignmentId)).openHolds))).toEqual([
      1, 0, 1,
    ]);
  });
});

describe('Taking back together', () => {
  it('takes back each while it still can be, with its audit row, and only for who decided', async () => {
    const placed = await some(3);
    const { batchId } = await releaseTogether(desk.officer, { rows: placed.map(seen), ...GROUND }, NOW);
    const wish = { batchId: batchId ?? '' };
    await expect(undoTogether(desk.analyst, wish, NOW)).rejects.toThrow(ForbiddenError);
    await expect(undoTogether(desk.stranger, wish, NOW)).rejects.toThrow(NotFoundError);
    expect(told(await undoTogether(desk.colleague, wish, minutesLater(1)))).toEqual(placed.map(() => ['undo.not_own']));
    // One is taken back by itself before: the others still come back, and that one is not touched again.
    const [first] = placed;
    if (!first) throw new Error('nothing placed');
    const { rowVersion } = await standing(first.consignmentId);
    await undoDecision(desk.officer, { consignmentId: first.consignmentId, rowVersion }, minutesLater(1));
    expect(told(await undoTogether(desk.officer, wish, minutesLater(1)))).toEqual(['done', 'done']);
    for (const { consignmentId } of placed) {
      expect(await standing(consignmentId)).toMatchObject({ status: 'selected', decidedBy: null });
      expect((await auditOf(consignmentId)).filter(({ action }) => action === 'clearance.undo')).toHaveLength(1);
    }
    await expectStatisticsToAgree();
  });

  it('leaves alone what was selected again and released by itself since', async () => {
    const [again, other] = await some(2);
    if (!again || !other) throw new Error('nothing placed');
    const { batchId } = await releaseTogether(desk.officer, { rows: [again, other].map(seen), ...GROUND }, NOW);
    const back = { status: 'selected', releasedAt: null, decidedAt: null, decidedBy: null } as const;
    await db().update(clearances).set(back).where(eq(clearances.consignmentId, again.consignmentId));
    const { rowVersion } = await standing(again.consignmentId);
    const own = { consignmentId: again.consignmentId, rowVersion, ground: 'documents_in_order' } as const;
    await releaseConsignment(desk.officer, own, minutesLater(1));
    expect(told(await undoTogether(desk.officer, { batchId: batchId ?? '' }, minutesLater(2)))).toEqual(['done']);
    expect(await standing(again.consignmentId)).toMatchObject({ status: 'released' });
    expect(await standing(other.consignmentId)).toMatchObject({ status: 'selected' });
  });

  it('of two who take back at once each consignment comes back once', async () => {
    const placed = await some(2);
    const { batchId } = await releaseTogether(desk.officer, { rows: placed.map(seen), ...GROUND }, NOW);
    const wish = { batchId: batchId ?? '' };
    await Promise.all([1, 1].map((minutes) => undoTogether(desk.officer, wish, minutesLater(minutes))));
    for (const { consignmentId } of placed) {
      expect(await standing(consignmentId)).toMatchObject({ status: 'selected' });
      expect((await auditOf(consignmentId)).filter(({ action }) => action === 'clearance.undo')).toHaveLength(1);
    }
    expect(told(await undoTogether(desk.officer, wish, minutesLater(30)))).toEqual([]);
  });
});
