import type { Random } from '@/lib/kernel/prng';
import type { Practised } from './course';
import { faultyCount } from './course';
import type { CaseTruth } from './truth';
import { isFaulty } from './truth';

/** A consignment that may become a case. */
export type Candidate = {
  readonly consignmentId: string;
  readonly truth: CaseTruth;
  /** Whether an officer would have had it in the queue. */
  readonly isSelected: boolean;
  /** Whether Luxor says anything of it that a trainee can go by. */
  readonly hasReasons: boolean;
};

/** Fires for whoever sends for the first time, and so for most made-up senders: alone it points to nothing. */
const SAYS_LITTLE = 'first_seen_sender';

/** Whether the indicators of a consignment, by their codes, give a trainee something to go by. */
export const pointsSomewhere = (codes: readonly string[]): boolean => codes.some((code) => code !== SAYS_LITTLE);

type Wish = {
  readonly cases: number;
  readonly prevalencePercent: number;
  readonly practised: readonly Practised[];
};

/** The cases in the order they come, or how many of each there were where that is too few. */
export type Picked =
  | { readonly ok: true; readonly cases: readonly Candidate[] }
  | { readonly ok: false; readonly faulty: number; readonly conform: number; readonly wanted: number };

/**
 * Chooses the cases of a course: as many faults of the wished kinds as the prevalence asks for, of those that something on the screen
 * points to, and the rest as declared. What would have waited in the queue comes before what would not, so that a false alarm tempts as
 * it does in life. The kinds of fault are dealt in turn, so that a course shows each. Draws by `random` alone.
 */
export function pickCases(candidates: readonly Candidate[], wish: Wish, random: Random): Picked {
  const wanted = faultyCount(wish.cases, wish.prevalencePercent);
  const drawn = inDrawnOrder(candidates, random);
  const faulty = drawn.filter(
    ({ truth, hasReasons }) => hasReasons && (wish.practised as readonly string[]).includes(truth.result),
  );
  const conform = drawn.filter(({ truth }) => truth.result === 'conform' && !isFaulty(truth));
  if (faulty.length < wanted || conform.length < wish.cases - wanted)
    return { ok: false, faulty: faulty.length, conform: conform.length, wanted };
  const chosen = [
    ...inTurn(waitingFirst(faulty)).slice(0, wanted),
    ...waitingFirst(conform).slice(0, wish.cases - wanted),
  ];
  return { ok: true, cases: inDrawnOrder(chosen, random) };
}

/** By a number drawn for each; ids break ties, so that the order they came in does not matter. */
function inDrawnOrder(all: readonly Candidate[], random: Random): Candidate[] {
  return [...all]
    .sort((a, b) => (a.consignmentId < b.consignmentId ? -1 : 1))
    .map((one) => ({ one, draw: random() }))
    .sort((a, b) => a.draw - b.draw)
    .map(({ one }) => one);
}

const waitingFirst = (all: readonly Candidate[]) =>
  [...all].sort((a, b) => Number(b.isSelected) - Number(a.isSelected));

/** One of each kind, then a second of each, and so on. */
function inTurn(all: readonly Candidate[]): Candidate[] {
  const seen = new Map<string, number>();
  return all
    .map((one) => {
      const turn = seen.get(one.truth.result) ?? 0;
      seen.set(one.truth.result, turn + 1);
      return { one, turn };
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ one }) => one);
}
