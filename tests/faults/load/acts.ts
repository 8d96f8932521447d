/** What an officer asked for, and the kinds of the timeline by which it is told when it was done. */
export const ACT_EVENTS = {
  take: ['claimed'],
  give_back: ['given_back'],
  release: ['released', 'payment_awaited'],
  detain: ['detained'],
  destroy: ['proposed'],
  confirm: ['destroyed'],
  reject: ['proposal_rejected'],
  hold: ['hold_placed'],
  undo: ['undone'],
} as const;
export type ActName = keyof typeof ACT_EVENTS;

/**
 * One act as its officer knows of it. `done`: answered so. `refused`: answered so, and never done. `unknown`: an answer was lost, and what
 * was sent again was refused or unanswered too, so that it may have been done, once.
 */
export type KnownAct = {
  readonly officerId: string;
  /** Null for a consignment taken from the queue whose answer was lost. */
  readonly consignmentId: string | null;
  readonly act: ActName;
  readonly outcome: 'done' | 'refused' | 'unknown';
};

/** How often an officer did something to a consignment by the timeline. */
export type ToldAct = {
  readonly officerId: string;
  readonly consignmentId: string;
  readonly kind: string;
  readonly times: number;
};

const ACT_OF = new Map<string, ActName>(
  (Object.entries(ACT_EVENTS) as [ActName, readonly string[]][]).flatMap(([act, kinds]) =>
    kinds.map((kind) => [kind, act] as const),
  ),
);

type Counts = { done: number; unknown: number; told: number };

/**
 * What officers were told against what the timelines tell: an act that was answered is there, and nothing is there that nobody asked for.
 * Gives a sentence for each that was lost or doubled.
 */
export function compareActs(known: readonly KnownAct[], told: readonly ToldAct[]): string[] {
  const counts = new Map<string, Counts>();
  const of = (officerId: string, consignmentId: string, act: ActName): Counts => {
    const key = `${act} of ${consignmentId} by ${officerId}`;
    const present = counts.get(key);
    if (present) return present;
    const made = { done: 0, unknown: 0, told: 0 };
    counts.set(key, made);
    return made;
  };
  /** Takes without an answer, by officer: which consignment each claimed is not known. */
  const blind = new Map<string, number>();
  for (const { officerId, consignmentId, act, outcome } of known) {
    if (outcome === 'refused') continue;
    if (consignmentId === null) blind.set(officerId, (blind.get(officerId) ?? 0) + 1);
    else of(officerId, consignmentId, act)[outcome] += 1;
  }
  for (const { officerId, consignmentId, kind, times } of told) {
    const act = ACT_OF.get(kind);
    if (act) of(officerId, consignmentId, act).told += times;
  }
  const differences: string[] = [];
  for (const [key, { done, unknown, told: times }] of counts) {
    if (times < done) differences.push(`lost: ${key} was answered ${done} times and is told ${times} times`);
    const spare = times - done - unknown;
    if (spare <= 0) continue;
    const officerId = key.slice(key.lastIndexOf(' ') + 1);
    const left = key.startsWith('take ') ? (blind.get(officerId) ?? 0) : 0;
    blind.set(officerId, Math.max(0, left - spare));
    if (spare > left)
      differences.push(`doubled: ${key} was asked for ${done + unknown} times and is told ${times} times`);
  }
  return differences;
}
