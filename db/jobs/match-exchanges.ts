import { matchDay } from '@/db/commands/cooperation/match-days';
import { hasSecret } from '@/db/env';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';

/** Goes through the matchings that wait, a day at a time, until none is left or the worker stops. A worker that cannot open what was agreed leaves them to one that can. */
export async function matchExchanges(signal: AbortSignal): Promise<void> {
  if (!hasSecret()) return;
  while (!signal.aborted && (await matchDay(SYSTEM_ACTOR)));
}
