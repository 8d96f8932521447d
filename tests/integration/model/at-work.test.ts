import { and, desc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { keepModelDrift } from '@/db/commands/model/keep-drift';
import { promoteModel, retireModel, rollBackModel, shadowModel } from '@/db/commands/model/move-model';
import { startTraining } from '@/db/commands/model/start-training';
import { db } from '@/db/connection';
import { trainModels } from '@/db/jobs/train-models';
import { chancesOfConsignment } from '@/db/queries/model/chance-of';
import { getDrift } from '@/db/queries/model/get-drift';
import { listModels } from '@/db/queries/model/list-models';
import { tryModels } from '@/db/queries/model/try-models';
import { assessments, auditLog, clearances, modelScores, modelStandings } from '@/db/schema';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { ROLES } from '@/lib/identity/roles';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { aDesk, type Desk, someone } from '../../support/a-desk';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { BAD_GOODS, CALM_GOODS, placeResults, RESULTS_UNTIL } from '../../support/results';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

const { owner } = useDatabase();
let desk: Desk;
const manager = someone('risk_manager', 'NLRTM');
const second = someone('supervisor', 'NLRTM');
const never = new AbortController().signal;
const reason = 'Agreed in the weekly meeting.';

async function train(): Promise<number> {
  await startTraining(manager, { objective: 'chance' }, RESULTS_UNTIL);
  await trainModels(never);
  const [made] = await listModels(manager);
  return made?.version ?? 0;
}
const rowVersionOf = async (version: number) =>
  (await db().select().from(modelStandings).where(eq(modelStandings.version, version)))[0]?.rowVersion ?? 0;
const seen = async (version: number) => ({ version, rowVersion: await rowVersionOf(version), reason });
const states = async () =>
  Object.fromEntries((await listModels(manager)).map(({ version, standing }) => [version, standing.state]));
const lodge = async (reference: string, commodity_code: string) => {
  await sendSubmission(desk.partner, csvOf([{ reference, commodity_code, sender_name: `Maker of ${reference}` }]));
  const id = consignmentIdOf(desk.partnerId, reference);
  const [standing] = await db().select().from(clearances).where(eq(clearances.consignmentId, id));
  const [assessment] = await db().select().from(assessments).where(eq(assessments.consignmentId, id));
  const scores = await db().select().from(modelScores).where(eq(modelScores.consignmentId, id));
  return { id, standing, assessment, scores };
};

beforeAll(async () => {
  desk = await aDesk();
  await placeResults(desk);
});

describe('a model at work', () => {
  it('in shadow scores what comes in, and changes neither lane nor score nor the chance that ranks', async () => {
    const before = await lodge('BEFORE-1', BAD_GOODS);
    expect(before.scores).toEqual([]);
    const version = await train();
    await shadowModel(manager, await seen(version));
    const after = await lodge('SHADOW-1', BAD_GOODS);
    expect(after.scores).toMatchObject([{ modelVersion: version, mode: 'shadow', version: 1 }]);
    expect(after.assessment?.chance).toBeNull();
    for (const field of ['laneAssigned', 'laneEffective', 'selectionReason', 'score'] as const)
      expect(after.standing?.[field]).toEqual(before.standing?.[field]);
  });

  it('is promoted by another person than the one who trained it, after it was in shadow', async () => {
    const [model] = await listModels(manager);
    const version = model?.version ?? 0;
    expect(await refusalOf(promoteModel(manager, await seen(version)))).toEqual(['model.own']);
    const another = await train();
    expect(await refusalOf(promoteModel(second, await seen(another)))).toEqual(['model.state']);
    expect(await refusalOf(shadowModel(manager, await seen(another)))).toEqual(['model.shadow_taken']);
    await promoteModel(second, await seen(version));
    expect(await states()).toMatchObject({ [version]: 'active', [another]: 'candidate' });
    const [row] = await db()
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.action, 'model.promote'), eq(auditLog.subjectId, String(version))));
    expect(row).toMatchObject({ actorId: second.id, reason });
  });

  it('in force gives the chance that ranks: higher for goods with many findings, the lane as before', async () => {
    const bad = await lodge('FORCE-1', BAD_GOODS);
    const calm = await lodge('FORCE-2', CALM_GOODS);
    const [badChance, calmChance] = [bad.assessment?.chance ?? 0, calm.assessment?.chance ?? 1];
    expect(badChance).toBeGreaterThan(calmChance);
    expect(badChance).toBeLessThanOrEqual(1);
    expect(bad.scores).toMatchObject([{ mode: 'active', chance: badChance }]);
    expect(bad.standing?.laneEffective).toBe('green');
  });

  it('tells why, by reasons that add up to the score that was stored, to the last digit', async () => {
    const { id, scores } = await lodge('WHY-1', BAD_GOODS);
    const [view] = await chancesOfConsignment(desk.officer, id, 'active');
    const sum = view?.reasons.reduce((total, { logOdds }) => total + logOdds, view.base);
    expect(view?.reasons.length).toBeGreaterThanOrEqual(8);
    expect(view?.reasons.length).toBeLessThanOrEqual(12);
    expect(sum).toBeCloseTo(scores[0]?.logOdds ?? Number.NaN, 9);
    expect(view?.logOdds).toBe(scores[0]?.logOdds);
    const goods = view?.reasons.find((one) => one.reason === 'goods_history');
    expect(goods?.values).toMatchObject({ code: BAD_GOODS, seen: 180 });
    expect(await chancesOfConsignment(desk.stranger, id, 'active')).toEqual([]);
    await expect(chancesOfConsignment(desk.officer, id, 'shadow')).rejects.toThrow(ForbiddenError);
  });

  it('is compared on the results of what both versions scored', async () => {
    const [another] = await listModels(manager);
    await shadowModel(manager, await seen(another?.version ?? 0));
    const references = Array.from({ length: 20 }, (_, at) => `BOTH-${at}`);
    const goods = (at: number) => (at % 2 === 0 ? BAD_GOODS : CALM_GOODS);
    await sendSubmission(
      desk.partner,
      csvOf(references.map((reference, at) => ({ reference, commodity_code: goods(at) }))),
    );
    for (const [at, reference] of references.entries()) {
      const id = consignmentIdOf(desk.partnerId, reference);
      const examinationOutcome = at % 2 === 0 ? 'finding' : 'conform';
      await db().update(clearances).set({ examinationOutcome }).where(eq(clearances.consignmentId, id));
    }
    const { versions, ahead } = await tryModels(manager);
    expect(versions).toHaveLength(2);
    const [active, shadow] = versions.map(({ version }) => version);
    expect(ahead).toEqual({ active, shadow, difference: 0, low: 0, high: 0 });
    for (const { trial } of versions) expect(trial).toMatchObject({ results: 20, findings: 10, auc: { area: 1 } });
  });

  it('tells how far the traffic has moved from that of its training', async () => {
    const [, version] = (await listModels(manager)).map((model) => model.version).reverse();
    const references = Array.from({ length: 60 }, (_, at) => ({ reference: `DRIFT-${at}`, commodity_code: BAD_GOODS }));
    await sendSubmission(desk.partner, csvOf(references));
    expect(await keepModelDrift(SYSTEM_ACTOR, never)).toBe(2);
    const [week] = await getDrift(manager, version ?? 0);
    expect(week?.indices.rank).toBeGreaterThan(0.25);
    expect(week?.indices.hs6).toBeGreaterThan(0.25);
    expect(Number.isFinite(week?.indices.intrinsicValueMinor)).toBe(true);
  });

  it('is rolled back to the version before it, and the last one to none', async () => {
    const [later, first] = (await listModels(manager)).map(({ version }) => version);
    await promoteModel(second, await seen(later ?? 0));
    expect(await states()).toEqual({ [first ?? 0]: 'retired', [later ?? 0]: 'active' });
    await rollBackModel(manager, await seen(later ?? 0));
    expect(await states()).toEqual({ [first ?? 0]: 'active', [later ?? 0]: 'retired' });
    // What was rolled back once comes back through nobody's roll-back, though it was promoted after the one that does.
    const third = await train();
    await shadowModel(manager, await seen(third));
    await promoteModel(second, await seen(third));
    await rollBackModel(manager, await seen(third));
    expect(await states()).toEqual({ [first ?? 0]: 'active', [later ?? 0]: 'retired', [third]: 'retired' });
    await rollBackModel(manager, await seen(first ?? 0));
    expect(await states()).toEqual({ [first ?? 0]: 'retired', [later ?? 0]: 'retired', [third]: 'retired' });
    expect((await lodge('NONE-1', BAD_GOODS)).scores).toEqual([]);
  });

  it('moves by one of two steps at once, by nobody without the role, and unknown ones are not found', async () => {
    const version = await train();
    const wish = await seen(version);
    const outcomes = await Promise.allSettled([shadowModel(manager, wish), retireModel(manager, wish)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusalOf(retireModel(manager, wish))).toHaveLength(1);
    const acts = [
      [['risk_manager'], shadowModel],
      [['risk_manager'], retireModel],
      [['risk_manager', 'supervisor'], promoteModel],
      [['risk_manager', 'supervisor'], rollBackModel],
    ] as const;
    for (const [roles, act] of acts) {
      for (const role of ROLES.filter((one) => !(roles as readonly string[]).includes(one)))
        await expect(act(someone(role, 'NLRTM'), wish)).rejects.toThrow(ForbiddenError);
      await expect(act(manager, { ...wish, version: 999 })).rejects.toThrow(NotFoundError);
    }
    const told = await db()
      .select({ action: auditLog.action })
      .from(auditLog)
      .where(eq(auditLog.subjectId, String(version)))
      .orderBy(desc(auditLog.at));
    expect(told).toHaveLength(2);
  });

  it('is promoted once and rolled back once, also where two do it at the same moment', async () => {
    const version = (await listModels(manager)).find(({ standing }) => standing.state === 'shadow')?.version;
    const candidate = version ?? (await train());
    if (version === undefined) await shadowModel(manager, await seen(candidate));
    const third = someone('supervisor', 'BELGG');
    for (const act of [promoteModel, rollBackModel]) {
      const wish = await seen(candidate);
      const outcomes = await Promise.allSettled([act(second, wish), act(third, wish)]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    }
    expect((await states())[candidate]).toBe('retired');
  });

  it('keeps versions and scores as they were written', async () => {
    await expect(db().update(modelScores).set({ chance: 0 })).rejects.toThrow();
    const kept = await owner((client) => client.query('select count(*)::int as n from risk.model_versions'));
    expect(kept.rows[0]?.n).toBeGreaterThanOrEqual(3);
  });
});
