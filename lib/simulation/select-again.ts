import { type Newcomer, type Occupant, selectDay } from '@/lib/capacity/select-day';
import type { Slots } from '@/lib/capacity/slots';
import { type DrawPlan, evenDraw } from '@/lib/capacity/strata';
import { scaleOf, type Worth } from '@/lib/capacity/worth';
import type { ControlType } from '@/lib/consignment/codes';

/** Who competed for the slots of an office and day, in the order they came. */
export type Competitor = Worth &
  Pick<Newcomer, 'id' | 'tieBreak' | 'lane' | 'floor' | 'stratum' | 'draw'> & {
    /** Chance of the draw it was drawn with. */
    readonly drawProbability: number;
  };

export type Terms = {
  readonly slots: Slots;
  readonly randomShare: number;
  /** Chances of another draw; null keeps those each was drawn with. */
  readonly plan: DrawPlan | null;
  /** Controls that officers ordered beside the plan: they hold slots whatever is simulated. */
  readonly ordered: readonly ControlType[];
};

/**
 * Gives the slots of an office and day away once more, all that competed at once, by the function that live work selects by. What
 * officers had begun with by then is not held back for them: the day is seen whole.
 */
export function selectAgain(
  competitors: readonly Competitor[],
  { slots, randomShare, plan, ordered }: Terms,
): ReadonlyMap<string, ControlType | null> {
  const scale = scaleOf(competitors);
  const newcomers = competitors.map((one): Newcomer => {
    const { id, tieBreak, lane, floor, stratum, draw, drawProbability } = one;
    const drawnWith = plan === null ? drawProbability : null;
    return { id, worth: scale(one), tieBreak, lane, floor, stratum, draw, drawnWith, held: null };
  });
  const occupants = ordered.map(
    (control, index): Occupant => ({
      id: `ordered ${index}`,
      lane: 'red',
      outcome: 'mandatory',
      control,
      ...{ worth: 0, tieBreak: 0, isDrawn: false, drawProbability: 0, floor: null, isMovable: false },
    }),
  );
  const pool = { occupants, waiting: [] };
  const { selections } = selectDay(slots, randomShare, plan ?? evenDraw(0), pool, newcomers);
  return new Map([...selections].map(([id, { control }]) => [id, control]));
}
