import { setTimeout as sleep } from 'node:timers/promises';
import { say } from '../shared/report';
import type { ThrowAway } from '../shared/throw-away';
import type { Moments } from './conserved';
import { Follower, isOver, type Progress } from './follow';
import type { PlannedKill } from './kill-plan';
import { partnerKey, sendFile } from './send';

/** A kill that took place. */
export type Killed = PlannedKill & {
  /** What the submission was at when it fell, as the database tells it. */
  readonly status: string;
  readonly processed: number;
  /** Until the installation serves again. */
  readonly readySeconds: number;
  readonly isStarted: boolean;
};

export type BrokenRun = {
  readonly submissionId: string;
  readonly kills: readonly Killed[];
  /** Sends until one was answered. */
  readonly sends: number;
  readonly moments: Moments;
  readonly differences: readonly string[];
};

type Wish = {
  readonly body: Buffer;
  readonly idempotencyKey: string;
  readonly lastsMs: number;
  readonly plan: readonly PlannedKill[];
  /** What the stages of the unbroken run took. */
  readonly stagingMs: number;
  readonly mostMs: number;
};

/** The same import while the installation is killed again and again; the sender and the installation go on each time. */
export async function runBroken(place: ThrowAway, wish: Wish): Promise<BrokenRun> {
  const kills: Killed[] = [];
  const differences: string[] = [];
  const early = wish.plan.filter(({ phase }) => phase === 'receiving');
  const taken = await sendAgainAndAgain(place, wish, early, (killed) => kills.push(killed));
  // A transfer may survive the kill of what it does not need; those that were not needed come later.
  const left = wish.plan.filter((kill) => kill.phase !== 'receiving').concat(early.slice(kills.length));
  const follower = new Follower(place, taken.submissionId);
  try {
    for (const kill of left.sort((a, b) => order(a) - order(b))) {
      const seen = await untilMoment(follower, kill, wish);
      if (isOver(seen)) {
        differences.push(`the import was over before kill ${kills.length + 1} of ${wish.plan.length}`);
        break;
      }
      kills.push(await killAndReturn(place, kill, follower));
    }
    await follower.until(isOver, wish.mostMs);
  } finally {
    await follower.close();
  }
  return { submissionId: taken.submissionId, kills, sends: taken.sends, moments: follower.moments, differences };
}

const order = ({ phase, at }: PlannedKill) => (phase === 'staging' ? at - 1 : at);

async function sendAgainAndAgain(
  place: ThrowAway,
  wish: Wish,
  plan: readonly PlannedKill[],
  onKilled: (killed: Killed) => void,
): Promise<{ submissionId: string; sends: number }> {
  const waiting = [...plan];
  for (let sends = 1; sends <= plan.length + 5; sends += 1) {
    let killing: Promise<void> | null = null;
    const next = waiting[0];
    const answer = await sendFile(place.baseUrl, partnerKey(place.dataDir), wish.body, {
      idempotencyKey: wish.idempotencyKey,
      lastsMs: wish.lastsMs,
      onSent: (share) => {
        if (!next || killing || share < next.at) return;
        waiting.shift();
        killing = killAndReturn(place, next, null).then(onKilled);
      },
    });
    await killing;
    if (answer.kind === 'taken') return { submissionId: answer.submissionId, sends };
    if (answer.kind === 'refused') throw new Error(`The file was refused: ${answer.status} ${answer.text}`);
    say(`send ${sends} broke off (${answer.reason}); sending again under the same key`);
  }
  throw new Error('The file could not be sent.');
}

async function untilMoment(follower: Follower, kill: PlannedKill, wish: Wish): Promise<Progress> {
  if (kill.phase === 'staging') {
    const before = follower.latest?.worker ?? null;
    const begun = await follower.until(
      (now) => now.status !== 'stored' && (now.status !== 'staging' || now.worker !== before),
      wish.mostMs,
    );
    if (begun.status === 'staging') await sleep(kill.at * wish.stagingMs);
  } else {
    await follower.until((now) => isOver(now) || (now.last > 0 && now.processed >= kill.at * now.last), wish.mostMs);
    await sleep(kill.extraMs);
  }
  return (await follower.look()) ?? follower.until(() => true, wish.mostMs);
}

async function killAndReturn(place: ThrowAway, kill: PlannedKill, follower: Follower | null): Promise<Killed> {
  await follower?.look();
  const { status, processed } = follower?.latest ?? { status: 'receiving', processed: 0 };
  await place.kill(kill.target);
  const { seconds, isStarted } = await place.backAgain();
  say(`killed ${kill.target} while ${status}, ${processed} records done; ready again after ${seconds.toFixed(1)} s`);
  return { ...kill, status, processed, readySeconds: seconds, isStarted };
}
