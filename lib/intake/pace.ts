/** How fast a submission is processed and how long the rest takes, at the speed so far. */
export type Pace = { readonly perSecond: number; readonly secondsLeft: number };

/** Below this a rate says nothing yet. */
const SECONDS_MIN = 2;

/**
 * The pace of `done` records since an instant, out of `all`; null before there is one to tell.
 * @param startedAt when the first record could be processed: the file was read before
 */
export function paceOf(
  { done, all, startedAt }: { readonly done: number; readonly all: number; readonly startedAt: Date | null },
  now: Date,
): Pace | null {
  const seconds = startedAt ? (now.getTime() - startedAt.getTime()) / 1000 : 0;
  if (seconds < SECONDS_MIN || done === 0) return null;
  const perSecond = done / seconds;
  return { perSecond, secondsLeft: Math.max(0, all - done) / perSecond };
}
