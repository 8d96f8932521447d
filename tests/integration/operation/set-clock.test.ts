import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { GET as status } from '@/app/api/health/status/route';
import { now } from '@/db/clock';
import { claimConsignment } from '@/db/commands/clearance/claim-consignment';
import { keepClaim } from '@/db/commands/clearance/keep-claim';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { processSubmission } from '@/db/commands/intake/process-submission';
import { receiveSubmission } from '@/db/commands/intake/receive-submission';
import { refuseBrokenTransfers } from '@/db/commands/intake/refuse-broken-transfers';
import { keepBeat } from '@/db/commands/operation/keep-beat';
import { db } from '@/db/connection';
import { demoPartnerActor, seedDemoPartners } from '@/db/demo/partners';
import { Heartbeat } from '@/db/jobs/heartbeat';
import { returnLeases } from '@/db/jobs/return-leases';
import { previewUndo } from '@/db/queries/intake/preview-undo';
import { clearances, jobRuns, submissions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { aConsignment } from '../../support/a-consignment';
import { aDesk, type Desk } from '../../support/a-desk';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { csvOf, oneByOne } from '../../support/submissions';

/** T51 of the threats: the clock of one server is set, forward or back, while that of the database goes on. */
useDatabase();
const partner = demoPartnerActor('harbour-lane');
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
  await inTransaction((tx) => seedDemoPartners(tx, new Date()));
});
afterEach(() => vi.useRealTimers());

const machineNow = Date.now.bind(Date);
/** From here on `Date` of this process stands apart from the database by so much; its timers go on. */
const setClock = (minutes: number) =>
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(machineNow() + minutes * 60_000) });
const minutesFromNow = (at: Date | null) => ((at?.getTime() ?? 0) - machineNow()) / 60_000;

async function receive(...rows: Record<string, string>[]): Promise<string> {
  const { submissionId } = await receiveSubmission(partner, {
    ...{ format: 'csv', contentType: 'text/csv', fileName: null, idempotencyKey: null, announcedBytes: null },
    body: oneByOne(Buffer.from(csvOf(rows))),
  });
  return submissionId;
}

const submission = async (id: string) => {
  const [row] = await db().select().from(submissions).where(eq(submissions.id, id));
  if (!row) throw new Error(`no submission ${id}`);
  return row;
};

describe.each([12, -12])('A server whose clock is set by %d minutes', (minutes) => {
  it('takes the time of the database for now', async () => {
    await db().execute(sql`select 1`);
    setClock(minutes);
    expect(Math.abs(minutesFromNow(now()))).toBeLessThan(0.1);
    expect(minutesFromNow(new Date())).toBeCloseTo(minutes, 0);
  });

  it('gives leases that end when they should, and takes none back before', async () => {
    const { consignmentId } = await aConsignment(desk);
    setClock(minutes);
    const claim = await claimConsignment(desk.officer, { consignmentId, rowVersion: 1 });
    expect(minutesFromNow(new Date(claim.leaseUntil ?? 0))).toBeCloseTo(20, 0);
    vi.useRealTimers();
    // With eight minutes left, a clock that is ahead by twelve would have ended it, and taken it for another's to take.
    await db()
      .update(clearances)
      .set({ leaseUntil: sql`statement_timestamp() + interval '8 minutes'` })
      .where(eq(clearances.consignmentId, consignmentId));
    setClock(minutes);
    await returnLeases();
    const seen = { consignmentId, rowVersion: claim.rowVersion };
    const stolen = await refusalOf(
      releaseConsignment(desk.colleague, { ...seen, ground: 'risk_not_confirmed', note: 'Seen' }),
    );
    expect(stolen).toEqual(['claim.held']);
    const kept = await keepClaim(desk.officer, { consignmentId, claimNumber: claim.claimNumber });
    expect(minutesFromNow(new Date(kept.leaseUntil))).toBeCloseTo(20, 0);
  });

  it('puts what arrives in the order in which it came: nothing is overtaken by what came before it', async () => {
    const reference = `T51-${minutes}`;
    setClock(minutes);
    const first = await receive({ reference, value: '30.00' });
    await processSubmission(SYSTEM_ACTOR, first);
    vi.useRealTimers();
    const second = await receive({ reference, value: '45.00' });
    await processSubmission(SYSTEM_ACTOR, second);
    expect(minutesFromNow((await submission(first)).receivedAt)).toBeCloseTo(0, 0);
    expect(await submission(second)).toMatchObject({
      ...{ status: 'finished', recordsUpdated: 1, recordsQuarantined: 0 },
    });
  });

  it('takes no transfer that goes on for broken off', async () => {
    async function* slow() {
      yield Buffer.from(csvOf([{ reference: `T51-slow-${minutes}` }]));
      setClock(minutes);
      await refuseBrokenTransfers(SYSTEM_ACTOR);
      vi.useRealTimers();
    }
    const wish = { format: 'csv', contentType: 'text/csv', fileName: null, idempotencyKey: null } as const;
    const { submissionId } = await receiveSubmission(partner, { ...wish, announcedBytes: null, body: slow() });
    expect((await submission(submissionId)).status).toBe('stored');
  });

  it('tells of its jobs as they are, so that later runs are told too', async () => {
    const job = `a job of ${minutes}`;
    setClock(minutes);
    const heartbeat = new Heartbeat();
    heartbeat.began(job);
    heartbeat.ended(job, 0);
    const stop = new AbortController();
    const beating = heartbeat.keep(stop.signal, 60_000);
    stop.abort();
    await beating;
    const [run] = await db().select().from(jobRuns).where(eq(jobRuns.job, job));
    expect(minutesFromNow(run?.beganAt ?? null)).toBeCloseTo(0, 0);
  });

  it('tells everybody of a worker that is there that it is', async () => {
    setClock(minutes);
    await keepBeat(SYSTEM_ACTOR, { process: 'here:1', startedAt: now(), runs: [] });
    // Its answer is kept for some seconds, for whoever asks.
    const worker = async () => (await (await status()).json()).checks?.worker;
    await vi.waitFor(async () => expect(await worker()).toBe('ok'), { timeout: 8_000, interval: 500 });
  });

  it('shows before an undo what the undo will find: claims that last, and none that ended', async () => {
    const reference = `T51-undo-${minutes}`;
    const submissionId = await receive({ reference });
    await processSubmission(SYSTEM_ACTOR, submissionId);
    const lasts = minutes > 0;
    await db()
      .update(clearances)
      .set({
        ...{ status: 'selected', releasedAt: null, transmittedAt: null, claimedBy: desk.officer.id },
        leaseUntil: sql`statement_timestamp() + ${lasts ? '8 minutes' : '-8 minutes'}::interval`,
      })
      .where(eq(clearances.consignmentId, consignmentIdOf(partner.partnerId ?? '', reference)));
    setClock(minutes);
    const { actedOn, withdrawable } = await previewUndo(partner, submissionId);
    expect([actedOn.count, withdrawable.count]).toEqual(lasts ? [1, 0] : [0, 1]);
  });
});
