import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { askBackTest } from '@/db/commands/profile/ask-back-test';
import { backTestDays } from '@/db/commands/profile/back-test-days';
import { db } from '@/db/connection';
import { runBackTests } from '@/db/jobs/run-back-tests';
import { listBackTests } from '@/db/queries/profile/list-back-tests';
import { auditLog, profileBackTestDays, profileBackTests } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { consignmentsLike, receivedAt } from '../../support/a-consignment';
import { aDesk } from '../../support/a-desk';
import { proposed, second } from '../../support/a-profile';
import { useDatabase } from '../../support/database';

const DAYS = ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05'] as const;
const ASKED_AT = new Date('2026-10-31T12:00:00Z');

/** A day named there faults: its statement fails, or its connection ends as it does when the database is restarted. */
const FAULTS = `
  create table public.faults (day date, ends boolean);
  grant select on public.faults to public;
  create function public.fault() returns trigger language plpgsql security definer as
    $$ begin
      if exists (select from public.faults where day = new.day and ends) then perform pg_terminate_backend(pg_backend_pid()); end if;
      if exists (select from public.faults where day = new.day and not ends) then raise exception 'of no use'; end if;
      return new;
    end $$;
  create trigger fault before insert on risk.profile_back_test_days for each row execute function public.fault();`;

const database = useDatabase();
const faultOn = (day: string, isEnd: boolean) =>
  database.owner((client) => client.query('insert into public.faults values ($1, $2)', [day, isEnd]));
const mend = () => database.owner((client) => client.query('delete from public.faults'));
const untilDone = (signal = new AbortController().signal) => runBackTests(signal);
const ask = async () => {
  const { profileId } = await proposed();
  const { backTestId } = await askBackTest(second, { profileId, version: 1, days: 60 }, ASKED_AT);
  const seen = async () => (await listBackTests(second, profileId))[0];
  const days = async () =>
    (
      await db()
        .select()
        .from(profileBackTestDays)
        .where(eq(profileBackTestDays.backTestId, backTestId))
        .orderBy(profileBackTestDays.day)
    ).map(({ day, looked }) => [day, looked]);
  return { backTestId, profileId, seen, days };
};

beforeAll(async () => {
  const desk = await aDesk();
  for (const day of DAYS) await consignmentsLike(desk, 2, receivedAt(new Date(`${day}T09:00:00Z`)));
  await database.owner((client) => client.query(FAULTS));
});

describe('a step of a back-test', () => {
  it('whose connection is lost keeps none of its days, and the next step goes on where it stood', async () => {
    const { seen, days } = await ask();
    await backTestDays(SYSTEM_ACTOR, 2);
    await faultOn(DAYS[3], true);
    expect(await backTestDays(SYSTEM_ACTOR, 3)).toMatchObject({ came: 'failed' });
    expect(await days()).toEqual(DAYS.slice(0, 2).map((day) => [day, 2]));
    expect(await seen()).toMatchObject({ state: 'running', sums: { looked: 4 } });
    await mend();
    await untilDone();
    expect(await seen()).toMatchObject({ state: 'done', problem: null, sums: { looked: 10 } });
    expect(await days()).toEqual(DAYS.map((day) => [day, 2]));
  });

  it('that faults is taken day by day, so that only the day at fault is wanting when it is given up', async () => {
    const { profileId, seen, days } = await ask();
    await faultOn(DAYS[4], false);
    await untilDone();
    await mend();
    expect(await seen()).toMatchObject({ state: 'failed', problem: 'back_test_fault', sums: { looked: 8 } });
    expect(await days()).toEqual(DAYS.slice(0, 4).map((day) => [day, 2]));
    const rows = await db().select().from(auditLog).where(eq(auditLog.subjectId, profileId));
    const ended = rows.find(({ action }) => action === 'profile.end_back_test');
    expect(ended?.details).toMatchObject({ after: { state: 'failed' } });
  });

  it('is not begun by a worker that is asked to stop, and waits for the next one', async () => {
    const { seen, days } = await ask();
    await untilDone(AbortSignal.abort());
    expect(await seen()).toMatchObject({ state: 'waiting' });
    expect(await days()).toEqual([]);
    await untilDone();
    expect(await seen()).toMatchObject({ state: 'done', sums: { looked: 10 } });
  });

  it('leaves out the back-test that another holds, looks at the next, and comes back when it is let go', async () => {
    const [first, other] = [await ask(), await ask()];
    await inTransaction(async (tx) => {
      await tx.select().from(profileBackTests).where(eq(profileBackTests.id, first.backTestId)).for('update');
      expect(await backTestDays(SYSTEM_ACTOR, 2)).toEqual({ came: 'looked', looked: 4 });
      expect(await other.seen()).toMatchObject({ state: 'running', sums: { looked: 4 } });
      await untilDone();
      expect(await other.seen()).toMatchObject({ state: 'done', sums: { looked: 10 } });
      // None is left but the one that is held: nobody waits for it, and it is not taken for done.
      expect(await backTestDays(SYSTEM_ACTOR, 2)).toMatchObject({ came: 'none' });
      expect(await first.seen()).toMatchObject({ state: 'waiting' });
    });
    await untilDone();
    expect(await first.seen()).toMatchObject({ state: 'done', sums: { looked: 10 } });
  });
});
