import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { askBackTest } from '@/db/commands/profile/ask-back-test';
import { proposeProfile } from '@/db/commands/profile/propose-profile';
import { saveDraft } from '@/db/commands/profile/save-draft';
import { db } from '@/db/connection';
import { type BackTestView, listBackTests } from '@/db/queries/profile/list-back-tests';
import { clearances } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { someone } from '../support/a-desk';
import { draft } from '../support/a-profile';
import { TREE } from './profiles';
import type { Figure } from './report';

const DAYS = 400;
const LOOK_EVERY_MS = 50;
const MS_MAX = 600_000;

/**
 * A back-test as people ask for it: the worker of the running application goes through all stored consignments, step by step, beside its
 * other work. Gives the seconds from the asking to the end, and what the person reads then.
 */
export async function measureBackTestJob(label: string): Promise<Figure[]> {
  const manager = await managerOfAllOffices();
  const saved = await saveDraft(manager, { draft: { ...draft, title: `Measured ${label}`, tree: TREE } });
  const { version } = await proposeProfile(manager, saved);
  const { profileId } = saved;
  const started = performance.now();
  await askBackTest(manager, { profileId, version, days: DAYS });
  let steps = 0;
  let last: BackTestView | undefined;
  while (last?.state !== 'done') {
    if (performance.now() - started > MS_MAX || last?.state === 'failed')
      throw new Error(`It ended as ${last?.state}.`);
    await sleep(LOOK_EVERY_MS);
    const [seen] = await listBackTests(manager, profileId);
    if (last && seen?.progress !== last.progress) steps += 1;
    last = seen;
  }
  const seconds = (performance.now() - started) / 1_000;
  const { looked, hits, hitRate, hitsADay, hitsOnFullest, chargesMinor } = last.sums;
  const rate = hitRate
    ? `${hitRate.hits} findings of ${hitRate.of} (${range(hitRate.low)} to ${range(hitRate.high)})`
    : 'none examined';
  return [
    {
      name: `profile_back_test_job_${label}_s`,
      value: seconds,
      note: `seconds from asking for a back-test over ${looked} consignments to its figures, ${steps} steps of progress seen`,
    },
    {
      name: `profile_back_test_job_${label}_hits`,
      value: hits,
      note: `${rate}, ${hitsADay?.toFixed(1)} a day, ${hitsOnFullest} on the fullest, charges found ${Number(chargesMinor) / 100}`,
    },
  ];
}

const range = (share: number) => `${(100 * share).toFixed(1)} %`;

async function managerOfAllOffices(): Promise<Actor> {
  const offices = await db().selectDistinct({ id: clearances.officeId }).from(clearances).orderBy(sql`1`);
  return { ...someone('risk_manager', ''), officeIds: offices.map(({ id }) => id) };
}
