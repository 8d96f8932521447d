import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { retrySubmission } from '@/db/commands/intake/retry-submission';
import { settleSubmission } from '@/db/commands/intake/settle-submission';
import { db } from '@/db/connection';
import { processSubmissions } from '@/db/jobs/process-submissions';
import { getSubmission } from '@/db/queries/intake/get-submission';
import { listFailing } from '@/db/queries/intake/list-failing';
import { offices, submissionOffices, submissions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { ForbiddenError, NotFoundError, RefusedError } from '@/lib/kernel/errors';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { LODGER, seedPartners } from '../../support/lodged';
import { aPerson, auditAbout, signedIn } from '../../support/people';
import { storeSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

/** What no code foresees: the batch of one submission cannot be stored. */
const TRIGGERS = `
  create function public.fail_one() returns trigger language plpgsql as
    $$ begin raise exception 'planted'; end $$;
  create trigger fail_one before insert on clearance.clearances for each row
    when (new.reference = 'FAILS-1') execute function public.fail_one();`;

const database = useDatabase();
beforeAll(seedPartners);

const work = () => processSubmissions(new AbortController().signal);
const due = (id: string) =>
  db()
    .update(submissions)
    .set({ retryAt: new Date(0) })
    .where(eq(submissions.id, id));
const seen = (id: string) => getSubmission(LODGER, id);

describe('a submission whose batch fails for no fault of its records', () => {
  it('holds up no other, rests longer each time, says so, and goes on as if nothing had been once it can', async () => {
    await database.owner((client) => client.query(TRIGGERS));
    const failing = await storeSubmission(LODGER, csvOf([{ reference: 'FAILS-1' }]));
    const other = await storeSubmission(LODGER, csvOf([{ reference: 'OTHER-1' }]));
    await work();
    expect(await seen(other)).toMatchObject({ status: 'finished', accepted: 1, stalled: null });
    const first = await seen(failing);
    expect(first).toMatchObject({ status: 'processing', received: 1, accepted: 0, stalled: { faults: 1 } });
    await work();
    expect(await seen(failing)).toEqual(first);

    await due(failing);
    await work();
    const second = await seen(failing);
    expect(second.stalled?.faults).toBe(2);
    expect(Date.parse(second.stalled?.retryAt ?? '')).toBeGreaterThan(Date.parse(first.stalled?.retryAt ?? ''));

    await database.owner((client) => client.query('drop trigger fail_one on clearance.clearances'));
    await due(failing);
    await work();
    expect(await seen(failing)).toMatchObject({ status: 'finished', accepted: 1, stalled: null });
  });
});

describe('trying a failed submission again at once', () => {
  let admin: Actor;
  beforeAll(async () => {
    await database.owner((client) =>
      client.query(`create trigger fail_one before insert on clearance.clearances for each row
        when (new.reference like 'RETRY-%') execute function public.fail_one();`),
    );
    admin = await signedIn((await aPerson({ role: 'admin' })).id);
  });
  afterAll(() => database.owner((client) => client.query('drop trigger fail_one on clearance.clearances')));

  let number = 0;
  const aFailing = async () => {
    number += 1;
    const id = await storeSubmission(LODGER, csvOf([{ reference: `RETRY-${number}`, office: 'NLRTM' }]));
    await work();
    return { submissionId: id, faults: 1 };
  };
  const listed = async (actor: Actor, id: string) =>
    (await listFailing(actor)).find(({ submissionId }) => submissionId === id);

  it('is shown with what failed, is taken up by the worker at its next look, and leaves an audit row', async () => {
    const failing = await aFailing();
    expect(await listed(admin, failing.submissionId)).toMatchObject({ faults: 1, retryAskedBy: null });
    expect((await listed(admin, failing.submissionId))?.fault).toContain('planted');
    await retrySubmission(admin, failing);
    expect((await auditAbout(failing.submissionId))[0]).toMatchObject({
      action: 'intake.retry',
      actorId: admin.id,
      details: { attempts: 1 },
    });
    expect(await listed(admin, failing.submissionId)).toMatchObject({ retryAskedBy: admin.name });
    await work();
    expect(await listed(admin, failing.submissionId)).toMatchObject({ faults: 2, retryAskedBy: null });

    await database.owner((client) => client.query('alter table clearance.clearances disable trigger fail_one'));
    await retrySubmission(admin, { ...failing, faults: 2 });
    await work();
    await database.owner((client) => client.query('alter table clearance.clearances enable trigger fail_one'));
    expect(await seen(failing.submissionId)).toMatchObject({ status: 'finished', accepted: 1, stalled: null });
    expect(await listed(admin, failing.submissionId)).toBeUndefined();
  });

  it('fails no call of its sender, who is told that it is stored and goes on', async () => {
    const id = await storeSubmission(LODGER, csvOf([{ reference: 'RETRY-CALL', office: 'NLRTM' }]));
    await settleSubmission(LODGER, id);
    expect(await seen(id)).toMatchObject({ status: 'processing', received: 1, accepted: 0, stalled: { faults: 1 } });
  });

  it('refuses a role without the permission', async () => {
    const failing = await aFailing();
    await expect(retrySubmission(LODGER, failing)).rejects.toThrow(ForbiddenError);
    await expect(listFailing(LODGER)).rejects.toThrow(ForbiddenError);
  });

  it('is for the supervisor of an office it belongs to; to another it neither is shown nor found', async () => {
    const failing = await aFailing();
    const own = await db()
      .select({ office: submissionOffices.officeId })
      .from(submissionOffices)
      .where(eq(submissionOffices.submissionId, failing.submissionId));
    const isOwn = (id: string) => own.some(({ office }) => office === id);
    const all = await db().select({ id: offices.id }).from(offices);
    const ofOffice = async (id = '') => signedIn((await aPerson({ role: 'supervisor', offices: [id] })).id);
    const elsewhere = await ofOffice(all.find(({ id }) => !isOwn(id))?.id);
    expect(await listed(elsewhere, failing.submissionId)).toBeUndefined();
    await expect(retrySubmission(elsewhere, failing)).rejects.toThrow(NotFoundError);
    const supervisor = await ofOffice(own[0]?.office);
    expect(await listed(supervisor, failing.submissionId)).toMatchObject({ faults: 1 });
    await retrySubmission(supervisor, failing);
  });

  it('lets one of two win and tells the other who asked, and refuses what has gone on', async () => {
    const failing = await aFailing();
    const outcomes = await Promise.allSettled([retrySubmission(admin, failing), retrySubmission(admin, failing)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lost = outcomes.find((outcome) => outcome.status === 'rejected')?.reason;
    expect(lost).toBeInstanceOf(RefusedError);
    expect(lost.reasons).toMatchObject([{ code: 'submission.retried', params: { by: admin.name } }]);
    await work();
    expect(await refusalOf(retrySubmission(admin, failing))).toEqual(['submission.goes_on']);
  });
});
