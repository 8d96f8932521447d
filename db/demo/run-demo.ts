import { processSubmission } from '@/db/commands/intake/process-submission';
import { receiveSubmission } from '@/db/commands/intake/receive-submission';
import { refreshValueBands } from '@/db/commands/intake/refresh-value-bands';
import { keepModelDrift } from '@/db/commands/model/keep-drift';
import { db, withOwnerClient } from '@/db/connection';
import { foldContributions } from '@/db/jobs/fold-contributions';
import { postDues } from '@/db/jobs/post-dues';
import { ensureMonthPartitions } from '@/db/partitions';
import { demoExample } from '@/db/queries/policy/installed-example';
import { seedDeniedParties } from '@/db/seed/denied-parties';
import { inTransaction } from '@/db/transaction';
import { generateDemo } from '@/lib/demo/generate';
import type { DemoBatch, DemoTruth } from '@/lib/demo/types';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { detectFormat } from '@/lib/intake/detect-format';
import { addDays, DAY_MS, dayOf } from '@/lib/kernel/dates';
import { seededRandom } from '@/lib/kernel/prng';
import { attachPictures } from './attach-pictures';
import { workOnModels } from './demo-models';
import { activateDemoProfiles, leaveProfilesUnderWay, watchDemoProfile } from './demo-profiles';
import { simulateForDemo } from './demo-simulations';
import { leaveSlotsShort, setDemoSlots } from './demo-slots';
import { leaveAppeals } from './leave-appeals';
import { leaveDutyOpen } from './leave-duty-open';
import { leaveInHand } from './leave-in-hand';
import { leaveExchanges } from './leave-exchanges';
import { leavePartnerships } from './leave-partnerships';
import { leavePrivacy } from './leave-privacy';
import { loadDemoRates } from './load-rates';
import { loadDemoSchemeRegister } from './load-scheme-register';
import { lookAgain } from './look-again';
import { demoPartnerActor, seedDemoPartners } from './partners';
import { payDemands } from './pay-demands';
import { publishInDemo } from './publish-statistics';
import { demoFileName, lastSent } from './sent-streams';
import { setDemoCourses } from './set-courses';
import { workTheAccounts } from './work-the-accounts';
import { type Backlog, workTheQueue } from './work-the-queue';

export type DemoWish = {
  readonly consignments: number;
  readonly days: number;
  readonly seed: number;
  readonly endAt: Date;
};
export type DemoDone = { readonly submissions: number; readonly decided: number };

/**
 * The last days before the end, of which officers have worked off a part, what arrives first before the rest: the queue as it
 * stands on a busy morning.
 */
const BACKLOG_DAYS = 4;
const BACKLOG_SHARES = { arrived: 0.7, toCome: 0.1 };
/** The way is told after so many days. */
const TELL_EVERY_DAYS = 10;
/** Reference bands are learned anew after so many days. */
const LEARN_EVERY_DAYS = 7;

/**
 * Sends a realistic stream through the real intake, day by day at the instants it carries, while invented officers work off
 * what is selected of it. The same seed and end give the same demo; a stream that was broken off goes on where it stopped.
 */
export async function runDemo(
  wish: DemoWish,
  tell: (line: string) => void,
  signal: AbortSignal = new AbortController().signal,
): Promise<DemoDone> {
  const firstDay = addDays(dayOf(wish.endAt), -wish.days);
  const example = await demoExample(db());
  await withOwnerClient((client) => ensureMonthPartitions(client, firstDay, addDays(dayOf(wish.endAt), 62)));
  await inTransaction(async (tx) => {
    await seedDemoPartners(tx, new Date(`${firstDay}T00:00:00Z`));
    await seedDeniedParties(tx);
  });
  const begin = new Date(`${firstDay}T00:00:00Z`);
  // Known from the first day on, so that what is assessed then can be assessed alike as of then.
  await loadDemoRates(firstDay, dayOf(wish.endAt), begin);
  await activateDemoProfiles(begin, example);
  await setDemoSlots(begin, wish.consignments / wish.days, example);
  const sentUntil = await lastSent(wish.seed);
  const random = seededRandom(wish.seed + 1);
  const left = timeLeft(wish.days);
  const truths = new Map<string, DemoTruth>();
  let day = '';
  let days = 0;
  const done = { submissions: 0, decided: 0 };
  const backlog = {
    from: new Date(wish.endAt.getTime() - BACKLOG_DAYS * DAY_MS),
    until: wish.endAt,
    ...BACKLOG_SHARES,
  };
  for (const batch of generateDemo({ ...wish, example })) {
    const today = dayOf(batch.receivedAt);
    if (today !== day) {
      if (day) done.decided += await endDay(day, truths, backlog, random);
      if (day) await payDemands(eveningOf(day), example);
      if (day) await postDues(signal, eveningOf(day));
      if (day) await workOnModels(days / wish.days, eveningOf(day), tell, signal);
      await publishInDemo(today, example, signal);
      day = today;
      await watchDemoProfile(new Date(`${today}T00:00:00Z`), wish.endAt, example);
      if (today >= dayOf(backlog.from)) {
        await leaveProfilesUnderWay(batch.receivedAt, example);
        await loadDemoSchemeRegister(dayOf(backlog.from));
      }
      days += 1;
      if (days % LEARN_EVERY_DAYS === 0) await refreshValueBands(SYSTEM_ACTOR, batch.receivedAt);
      if (days % TELL_EVERY_DAYS === 0 && days < wish.days)
        tell(`Demo: ${days} of ${wish.days} days made${left(days)}.`);
    }
    for (const [reference, truth] of batch.truths) truths.set(reference, truth);
    if (signal.aborted) return done;
    if (sentUntil && batch.receivedAt <= sentUntil) continue;
    await send(batch, wish.seed);
    done.submissions += 1;
  }
  await leaveInHand(truths, wish.endAt, example);
  await leaveSlotsShort(wish.endAt, example);
  await leaveDutyOpen(wish.endAt, example);
  await postDues(signal, wish.endAt);
  await workTheAccounts(firstDay, wish.endAt, example);
  await leaveAppeals(wish.endAt, example);
  await postDues(signal, wish.endAt);
  await lookAgain(wish.endAt);
  await attachPictures(wish.endAt);
  await refreshValueBands(SYSTEM_ACTOR, wish.endAt);
  await keepModelDrift(SYSTEM_ACTOR, signal, wish.endAt);
  await simulateForDemo(wish.endAt, example, signal);
  await foldContributions(new AbortController().signal);
  await leavePartnerships(wish.endAt);
  await leavePrivacy(wish.endAt);
  await leaveExchanges(wish.endAt, example);
  await setDemoCourses(wish.endAt, example);
  return done;
}

/** What is left by the pace so far, as it is said; nothing while that cannot be told. */
function timeLeft(all: number): (done: number) => string {
  const begunAt = performance.now();
  return (done) => {
    const seconds = ((performance.now() - begunAt) / 1000 / done) * (all - done);
    return seconds < 5 ? '' : `, ${aboutTime(seconds)} left`;
  };
}

/** A duration as one says it while waiting: `about 40 seconds`, `about 3 minutes`. */
export function aboutTime(seconds: number): string {
  if (seconds < 90) return `about ${Math.max(10, Math.round(seconds / 10) * 10)} seconds`;
  return `about ${Math.round(seconds / 60)} minutes`;
}

async function endDay(
  day: string,
  truths: ReadonlyMap<string, DemoTruth>,
  backlog: Backlog,
  random: () => number,
): Promise<number> {
  return workTheQueue(truths, eveningOf(day), random, backlog);
}

const eveningOf = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS - 2 * 3_600_000);

async function send(batch: DemoBatch, seed: number): Promise<void> {
  const actor = demoPartnerActor(batch.partner);
  const format = detectFormat(batch.contentType);
  if (!format) throw new Error(`no format for ${batch.contentType}`);
  const bytes = Buffer.from(batch.body, 'utf8');
  const received = await receiveSubmission(
    actor,
    {
      format,
      contentType: batch.contentType,
      fileName: demoFileName(batch, seed, format),
      idempotencyKey: null,
      announcedBytes: bytes.length,
      body: once(bytes),
    },
    batch.receivedAt,
  );
  await processSubmission(actor, received.submissionId, undefined, () => batch.receivedAt);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
