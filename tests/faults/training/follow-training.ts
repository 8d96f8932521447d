import { OPEN_TRAININGS, type TrainingPhase, type TrainingState } from '@/lib/risk/model/life-cycle';
import type { ThrowAway } from '../shared/throw-away';
import { Watch } from '../shared/watch';

export type Seen = {
  readonly state: TrainingState;
  readonly attempts: number;
  /** When the attempt under way began; each has its own. */
  readonly startedAt: string | null;
  readonly phase: TrainingPhase | null;
  readonly done: number;
  readonly total: number;
};

const SEEN = `select state, attempts, started_at::text as "startedAt", phase, done, total from risk.training_runs where id = $1`;

export const isOver = ({ state }: Seen): boolean => !OPEN_TRAININGS.includes(state);
/** Whether it told, within this attempt, that something was done. */
export const hasProgress = ({ phase, done }: Seen): boolean => phase !== null && done > 0;

/** Watches one training: whether its progress only ever grows within an attempt. */
export class TrainingWatch extends Watch<Seen> {
  readonly differences: string[];

  constructor(place: ThrowAway, runId: string) {
    const differences: string[] = [];
    let before: Seen | null = null;
    super(place, SEEN, [runId], (seen) => {
      const falls = before?.startedAt === seen.startedAt && before.phase === seen.phase && seen.done < before.done;
      if (falls && !isOver(seen))
        differences.push(`progress fell from ${before?.done} to ${seen.done} of ${seen.total}`);
      if (seen.done > seen.total) differences.push(`${seen.done} of ${seen.total} were done`);
      before = seen;
    });
    this.differences = differences;
  }

  /** Until another attempt than `startedAt` is under way, or all is over. */
  untilBegun(startedAt: string | null, mostMs: number): Promise<Seen> {
    return this.until((seen) => isOver(seen) || (seen.state === 'running' && seen.startedAt !== startedAt), mostMs);
  }
}
