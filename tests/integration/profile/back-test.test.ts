import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { askBackTest } from '@/db/commands/profile/ask-back-test';
import { backTestDays } from '@/db/commands/profile/back-test-days';
import { cancelBackTest } from '@/db/commands/profile/cancel-back-test';
import { saveDraft } from '@/db/commands/profile/save-draft';
import { db } from '@/db/connection';
import { runBackTests } from '@/db/jobs/run-back-tests';
import { listBackTests } from '@/db/queries/profile/list-back-tests';
import { tryProfile } from '@/db/queries/profile/try-profile';
import { auditLog, clearances, examinations, profileBackTests } from '@/db/schema';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { ROLES } from '@/lib/identity/roles';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { isSameTree } from '@/lib/profile/check-values';
import { consignmentsLike, receivedAt, withItems } from '../../support/a-consignment';
import { aDesk, type Desk, someone } from '../../support/a-desk';
import { author, draft, proposed, second, TOYS } from '../../support/a-profile';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

/** A day of the back-tests named there takes too long, as far as anybody can tell. */
const FAILING = `
  create table public.failing (id uuid);
  grant select on public.failing to public;
  create function public.fail_one() returns trigger language plpgsql as
    $$ begin
      if exists (select from public.failing where id = new.back_test_id)
        then raise exception 'too long' using errcode = '57014'; end if;
      return new;
    end $$;
  create trigger failing before insert on risk.profile_back_test_days for each row execute function public.fail_one();`;

const database = useDatabase();
let desk: Desk;
let profileId: string;
const toy = (reference: string) => ({
  reference,
  commodity_code: '950300',
  description: 'Wooden train set for children, 40 pieces',
  sender_name: `Maker of ${reference}`,
});
const asDraft = (profileId: string) => askBackTest(author, { profileId, version: 'draft', days: 30 });
const untilDone = () => runBackTests(new AbortController().signal);
const oneDay = () => backTestDays(SYSTEM_ACTOR, 1);
const ask = (days = 30) => askBackTest(second, { profileId, version: 1, days });

beforeAll(async () => {
  desk = await aDesk();
  ({ profileId } = await proposed());
  await sendSubmission(desk.partner, csvOf([toy('B-1'), toy('B-2'), toy('B-3'), { reference: 'B-4' }]));
  const found = consignmentIdOf(desk.partnerId, 'B-1');
  const outcome = (id: string, examinationOutcome: 'finding' | 'conform') =>
    db().update(clearances).set({ examinationOutcome }).where(eq(clearances.consignmentId, id));
  await outcome(found, 'finding');
  await outcome(consignmentIdOf(desk.partnerId, 'B-2'), 'conform');
  await db()
    .insert(examinations)
    .values({
      consignmentId: found,
      examinationId: randomUUID(),
      kind: 'physical',
      orderedBy: desk.officer.id,
      orderedByName: desk.officer.name,
      orderedAt: new Date(),
      extraChargesMinor: 1_250n,
    } as typeof examinations.$inferInsert);
});

describe('a back-test', () => {
  it('counts over stored facts what the trial counts, with rate, work a day and charges', async () => {
    const { backTestId } = await ask();
    expect(await listBackTests(second, profileId)).toMatchObject([{ id: backTestId, state: 'waiting', progress: 0 }]);
    await untilDone();
    const [done] = await listBackTests(second, profileId);
    expect(done).toMatchObject({
      state: 'done',
      progress: 1,
      sums: { looked: 4, hits: 3, examined: 2, findings: 1, allFindings: 1, chargesMinor: 1_250n, hitsADay: 3 },
    });
    expect(done?.sums.hitRate).toMatchObject({ hits: 1, of: 2, rate: 0.5 });
    const tried = await tryProfile(second, TOYS);
    expect(tried).toMatchObject({ trial: { looked: 4, hits: 3, examined: 2, findings: 1 } });
    const rows = await db().select().from(auditLog).where(eq(auditLog.subjectId, profileId));
    expect(rows.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['profile.ask_back_test', 'profile.end_back_test']),
    );
    expect(await listBackTests(someone('risk_manager', 'DEFRA'), profileId)).toEqual([]);
  });

  it('goes on from the day after the last, also in another worker, and looks at no day twice', async () => {
    await ask();
    expect(await oneDay()).toMatchObject({ came: 'looked' });
    const [begun] = await listBackTests(second, profileId);
    expect(begun).toMatchObject({ state: 'running', sums: { looked: 4 } });
    // Both workers go on at once; the row keeps them apart.
    await Promise.all([untilDone(), untilDone()]);
    expect((await listBackTests(second, profileId))[0]).toMatchObject({ state: 'done', sums: { looked: 4, hits: 3 } });
  });

  it('is one at a time, can be cancelled while it is under way, and keeps what it found', async () => {
    const { backTestId } = await ask();
    expect(await refusalOf(ask())).toEqual(['profile.back_test_waits']);
    await oneDay();
    await cancelBackTest(second, { profileId, backTestId });
    await untilDone();
    expect((await listBackTests(second, profileId))[0]).toMatchObject({ state: 'cancelled', sums: { looked: 4 } });
    expect(await refusalOf(cancelBackTest(second, { profileId, backTestId }))).toEqual(['profile.back_test_over']);
    const stranger = someone('risk_manager', 'DEFRA');
    await expect(cancelBackTest(stranger, { profileId, backTestId })).rejects.toThrow(NotFoundError);
  });

  it('says so where its conditions cannot be read any more', async () => {
    await ask();
    await db()
      .update(profileBackTests)
      .set({ lists: ['gone 1'] })
      .where(eq(profileBackTests.state, 'waiting'));
    await untilDone();
    expect((await listBackTests(second, profileId))[0]).toMatchObject({ state: 'failed', problem: 'list_changed' });
  });

  it('that fails lets others go first, and ends with a word of why when its day failed thrice', async () => {
    await database.owner((client) => client.query(FAILING));
    const { backTestId: failing } = await ask();
    await database.owner((client) => client.query(`insert into public.failing values ('${failing}')`));
    const { profileId: other } = await proposed();
    await askBackTest(second, { profileId: other, version: 1, days: 30 });
    await oneDay();
    expect((await listBackTests(second, profileId))[0]).toMatchObject({ state: 'waiting' });
    await oneDay();
    expect((await listBackTests(second, other))[0]).toMatchObject({ state: 'running', sums: { looked: 4 } });
    await untilDone();
    expect((await listBackTests(second, other))[0]).toMatchObject({ state: 'done' });
    expect((await listBackTests(second, profileId))[0]).toMatchObject({ state: 'failed', problem: 'back_test_slow' });
    await database.owner((client) => client.query('drop trigger failing on risk.profile_back_test_days'));
  });

  it('finds the same whether it looks at one day a step or at many', async () => {
    const tree = { ...TOYS, rules: TOYS.rules.slice(0, 1) };
    const { profileId: other } = await proposed({ ...draft, tree });
    const toys = withItems({ commodityCode: '950300' });
    for (const day of ['2026-10-01', '2026-10-02', '2026-10-20']) {
      const at = receivedAt(new Date(`${day}T09:00:00Z`));
      const placed = await consignmentsLike(desk, 3, toys, at);
      await consignmentsLike(desk, 2, at);
      const [found] = placed;
      await db()
        .update(clearances)
        .set({ examinationOutcome: 'finding' })
        .where(eq(clearances.consignmentId, found?.consignmentId ?? ''));
    }
    const at = new Date('2026-10-31T12:00:00Z');
    const daysFound = async (daysMax: number) => {
      await askBackTest(second, { profileId: other, version: 1, days: 60 }, at);
      while ((await backTestDays(SYSTEM_ACTOR, daysMax)).came === 'looked');
      const [done] = await listBackTests(second, other);
      expect(done).toMatchObject({ state: 'done', progress: 1 });
      return done?.days.map(({ day, looked, hits, findings }) => ({ day, looked, hits, findings }));
    };
    const figures = { looked: 5, hits: 3, findings: 1 };
    const days = ['2026-10-01', '2026-10-02', '2026-10-20'].map((day) => ({ day, ...figures }));
    expect(await daysFound(1)).toEqual(days);
    expect(await daysFound(64)).toEqual(days);
  });

  it('is asked for by those who decide on profiles, of a version that is there', async () => {
    for (const role of ROLES.filter((one) => one !== 'risk_manager' && one !== 'supervisor')) {
      const actor = someone(role, 'NLRTM');
      await expect(askBackTest(actor, { profileId, version: 1, days: 30 })).rejects.toThrow(ForbiddenError);
      const cancel = cancelBackTest(actor, { profileId, backTestId: randomUUID() });
      await expect(cancel).rejects.toThrow(ForbiddenError);
    }
    await expect(backTestDays(second, 1)).rejects.toThrow(ForbiddenError);
    await expect(askBackTest(second, { profileId, version: 9, days: 30 })).rejects.toThrow(NotFoundError);
  });
});

describe('a draft can be tried before anybody is asked to decide on it', () => {
  it('on its conditions as they were asked for, whatever is written afterwards, and with an audit row', async () => {
    const saved = await saveDraft(author, { draft: { title: 'Toys, first thought', tree: TOYS } });
    const { backTestId } = await asDraft(saved.profileId);
    const [looked] = TOYS.rules;
    await saveDraft(author, { ...saved, draft: { title: 'Toys, second thought', tree: { ...TOYS, rules: [looked] } } });
    await untilDone();
    const [test] = await listBackTests(author, saved.profileId);
    const [asVersion] = (await listBackTests(author, profileId)).filter(({ state }) => state === 'done');
    expect(test).toMatchObject({ id: backTestId, version: null, state: 'done', sums: { hits: asVersion?.sums.hits } });
    expect(isSameTree(test?.tree, TOYS)).toBe(true);
    const rows = await db().select().from(auditLog).where(eq(auditLog.subjectId, saved.profileId));
    expect(rows.map(({ action, details }) => [action, (details as { version?: unknown }).version])).toEqual(
      expect.arrayContaining([
        ['profile.ask_back_test', 'draft'],
        ['profile.end_back_test', 'draft'],
      ]),
    );
  });

  it('once at a time, by those who may, and only with conditions that can be read', async () => {
    const saved = await saveDraft(author, { draft: { ...draft, title: 'Toys of a draft' } });
    await expect(asDraft(saved.profileId)).resolves.toBeDefined();
    expect(await refusalOf(asDraft(saved.profileId))).toEqual(['profile.back_test_waits']);
    const analyst = someone('analyst', 'NLRTM');
    await expect(askBackTest(analyst, { profileId: saved.profileId, version: 'draft', days: 30 })).rejects.toThrow(
      ForbiddenError,
    );
    const rules = [{ field: 'commodityCodes', operator: 'beginsWith', value: '' }];
    const wanting = await saveDraft(author, { draft: { title: 'Toys, no code yet', tree: { ...TOYS, rules } } });
    await expect(asDraft(wanting.profileId)).rejects.toMatchObject({
      problems: [{ code: 'value_required', pointer: 'tree.rules.0.value' }],
    });
    const gone = await proposed({ ...draft, title: 'Toys that were proposed' });
    expect(await refusalOf(asDraft(gone.profileId))).toEqual(['profile.no_draft']);
  });
});
