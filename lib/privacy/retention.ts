import { addDays, dayOf } from '@/lib/kernel/dates';
import type { Policy } from '@/lib/policy/policy';
import type { Retained } from '@/lib/policy/retention';

/** The last that was done to a consignment, from which its periods count. Stored nowhere. */
export const LAST_ACTS = ['received', 'updated', 'decided', 'released', 'appeal', 'audit', 'posting'] as const;
export type LastAct = (typeof LAST_ACTS)[number];

/**
 * What keeps a consignment from being erased, whatever its period. `undecided`: nothing was decided yet. `legal_hold`: somebody said that it
 * is needed (Regulation (EU) 2016/679, Article 17(3)(e)). The strongest first.
 */
export const KEPT_BACK_BY = ['legal_hold', 'undecided', 'hold', 'appeal', 'audit', 'money'] as const;
export type KeptBackBy = (typeof KEPT_BACK_BY)[number];

/** What the end of a period hangs on: when each thing was done last. */
export type LastDone = {
  readonly receivedOn: string;
  readonly updatedAt: Date;
  readonly decidedAt: Date | null;
  readonly releasedAt: Date | null;
  /** The newest end of an appeal, of an audit of the goods and of a posting to its account; null where there was none. */
  readonly appealClosedOn: string | null;
  readonly auditClosedAt: Date | null;
  readonly postedOn: string | null;
};

/** The last day on which something must be there, the law that says so, and what it is counted from. */
export type KeptUntil = { readonly on: string; readonly source: string; readonly from: LastAct };

/**
 * Until when what belongs to a consignment is kept at least: so many days, by the policy in force, after the newest of its data, decision,
 * release, closed appeals and audits, and postings. One that is decided or disputed later is kept longer. Null where no period is in force.
 */
export function keptUntil(what: Retained, done: LastDone, { retention }: Pick<Policy, 'retention'>): KeptUntil | null {
  const period = retention.get(what);
  if (!period) return null;
  const dayOrNull = (at: Date | null) => at && dayOf(at);
  const days: readonly (readonly [LastAct, string | null])[] = [
    ['received', done.receivedOn],
    ['updated', dayOf(done.updatedAt)],
    ['decided', dayOrNull(done.decidedAt)],
    ['released', dayOrNull(done.releasedAt)],
    ['appeal', done.appealClosedOn],
    ['audit', dayOrNull(done.auditClosedAt)],
    ['posting', done.postedOn],
  ];
  let last: readonly [LastAct, string] = ['received', done.receivedOn];
  for (const [act, day] of days) if (day !== null && day >= last[1]) last = [act, day];
  return { on: addDays(last[1], period.days), source: period.source, from: last[0] };
}

/** What is open of a consignment. */
export type Open = Readonly<Record<KeptBackBy, boolean>>;

/** The strongest of what is open; null where nothing is. */
export const keptBackBy = (open: Open): KeptBackBy | null => KEPT_BACK_BY.find((one) => open[one]) ?? null;

export type Due =
  | { readonly isDue: true; readonly until: KeptUntil }
  | { readonly isDue: false; readonly until: KeptUntil | null; readonly by: KeptBackBy | 'period' | 'no_period' };

/** Whether something is to be erased on a day: its period is over and nothing is open. Without a period in force nothing ever is. */
export function decideDue(
  what: Retained,
  done: LastDone,
  open: Open,
  policy: Pick<Policy, 'retention'>,
  today: string,
): Due {
  const until = keptUntil(what, done, policy);
  if (until === null) return { isDue: false, until, by: 'no_period' };
  if (today <= until.on) return { isDue: false, until, by: 'period' };
  const by = keptBackBy(open);
  return by === null ? { isDue: true, until } : { isDue: false, until, by };
}
