import type { Channel } from '@/lib/consignment/codes';
import type { Policy } from './policy';

type Row<Value> = { readonly key: string; readonly value: Value };

/** Minutes from receipt to release by channel; one without a target of its own has that of all. */
export function releaseTargets(
  clocks: readonly Row<{ readonly minutes: number }>[],
  all: number,
): Policy['releaseTargetMinutes'] {
  const of = (channel: Channel) => clocks.find(({ key }) => key === `release_target_${channel}`)?.value.minutes ?? all;
  return { post: of('post'), express: of('express'), cargo: of('cargo') };
}

/** When shifts end: everywhere, and in offices that have others. */
export function shiftEndsOf(
  shifts: readonly Row<{ readonly ends: readonly string[] }>[],
  usual: readonly string[],
): Policy['shiftEnds'] {
  const own = shifts.filter(({ key }) => key !== 'usual');
  return { usual, byOffice: new Map(own.map(({ key, value }) => [key, value.ends])) };
}
