import { setTimeout as sleep } from 'node:timers/promises';
import type { Instance } from '@/tests/support/instance';
import { signIn } from '@/tests/support/sign-in';
import { type Figure, percentile } from './report';
import { timeOf } from './time-of';

/** An officer who reads: the next page half a second after the last. */
const PAUSE_MS = 500;
const IDLE_REQUESTS = 40;

/**
 * The queue page as an officer sees it before something runs and while it runs: the second p95 over the first says how much
 * officers wait for an import.
 */
export async function besideOfficers<T>(
  instance: Instance,
  label: string,
  run: () => Promise<T>,
): Promise<{ result: T; figures: readonly Figure[] }> {
  const cookie = await signIn(instance, 'officer1');
  const ask = () => timeOf(`${instance.baseUrl}/queue`, cookie);
  const idle: number[] = [];
  for (let request = -5; request < IDLE_REQUESTS; request += 1) {
    const took = await ask();
    if (request >= 0) idle.push(took);
  }
  const busy: number[] = [];
  let isOver = false;
  const officer = (async () => {
    while (!isOver) {
      busy.push(await ask());
      await sleep(PAUSE_MS);
    }
  })();
  const result = await run().finally(() => {
    isOver = true;
  });
  await officer;
  const [before, meanwhile] = [percentile(idle, 0.95), percentile(busy, 0.95)];
  return {
    result,
    figures: [
      {
        name: `queue_idle_p95_ms_${label}`,
        value: before,
        note: `p95, queue page before the import, ${idle.length} pages`,
      },
      {
        name: `queue_beside_p95_ms_${label}`,
        value: meanwhile,
        note: `p95, queue page during the import, ${busy.length} pages`,
      },
      {
        name: `queue_beside_ratio_${label}`,
        value: meanwhile / before,
        note: 'times the page takes during the import',
      },
    ],
  };
}
