import { matchDay } from '@/db/commands/cooperation/match-days';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';

/** Goes through the matchings that wait, a day at a time, until none is left or the worker stops. */
export async function matchExchanges(signal: AbortSignal): Promise<void> {
  while (!signal.aborted && (await matchDay(SYSTEM_ACTOR)));
}
