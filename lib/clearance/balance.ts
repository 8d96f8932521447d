import { z } from 'zod';

/** Most moves that are suggested, or made in one act. */
export const MOVES_MAX = 50;
/** Nothing unclaimed is dealt to who holds as many: a claim that is not worked on runs out. */
export const DEALT_MAX = 3;

/** A consignment that is open and in somebody's hands, or free. */
export type Work = {
  readonly consignmentId: string;
  readonly holderId: string | null;
  /** When it was claimed, in milliseconds; null while it is free. */
  readonly claimedMs: number | null;
  /** When the time to act ends, in milliseconds. */
  readonly actByMs: number;
};
export const MOVE_CAUSES = ['holder_away', 'holds_more', 'due_unclaimed'] as const;
export type MoveCause = (typeof MOVE_CAUSES)[number];
export type Move = { readonly consignmentId: string; readonly toUserId: string; readonly because: MoveCause };

/**
 * Moves that leave the work of one office evenly spread over the officers on duty: first what is claimed by somebody who is not, then
 * claims of who holds more than another by at least two, then what is free and due by `dueMs`, least time left first. What an officer
 * claimed last is what that officer works on, and stays. The same work always gives the same moves.
 */
export function suggestMoves(work: readonly Work[], onDuty: readonly string[], dueMs: number): readonly Move[] {
  if (onDuty.length === 0) return [];
  const held = new Map(onDuty.map((id) => [id, work.filter(({ holderId }) => holderId === id).sort(newestFirst)]));
  const count = (id: string) => held.get(id)?.length ?? 0;
  const least = () => onDuty.reduce((best, id) => (count(id) < count(best) ? id : best));
  const most = () => onDuty.reduce((best, id) => (count(id) > count(best) ? id : best));
  const moves: Move[] = [];
  const move = (one: Work, toUserId: string, because: MoveCause) => {
    moves.push({ consignmentId: one.consignmentId, toUserId, because });
    // Given last, it is the first to be moved on, and no move is made of it twice.
    held.get(toUserId)?.push({ ...one, holderId: toUserId, claimedMs: null });
  };
  const away = work.filter(({ holderId }) => holderId !== null && !held.has(holderId)).sort(mostUrgentFirst);
  for (const one of away) move(one, least(), 'holder_away');
  for (;;) {
    const [from, to] = [most(), least()];
    const own = held.get(from) ?? [];
    const last = own.findLastIndex(({ claimedMs }) => claimedMs !== null);
    if (count(from) - count(to) < 2 || last < 1) break;
    const [one] = own.splice(last, 1);
    if (one) move(one, to, 'holds_more');
  }
  const due = work.filter(({ holderId, actByMs }) => holderId === null && actByMs <= dueMs).sort(mostUrgentFirst);
  for (const one of due) {
    if (count(least()) >= DEALT_MAX) break;
    move(one, least(), 'due_unclaimed');
  }
  return moves.slice(0, MOVES_MAX);
}

const byId = (a: Work, b: Work) => (a.consignmentId < b.consignmentId ? -1 : 1);
const newestFirst = (a: Work, b: Work) => (b.claimedMs ?? 0) - (a.claimedMs ?? 0) || byId(a, b);
const mostUrgentFirst = (a: Work, b: Work) => a.actByMs - b.actByMs || byId(a, b);

/** Several moves with one reason; each names the version that was seen. */
export const BALANCE_INPUT = z.strictObject({
  moves: z
    .array(z.strictObject({ consignmentId: z.guid(), rowVersion: z.number().int().min(1), toUserId: z.guid() }))
    .min(1, 'required')
    .max(MOVES_MAX, 'too_big')
    .refine((moves) => new Set(moves.map(({ consignmentId }) => consignmentId)).size === moves.length, 'duplicate'),
  note: z.string().trim().min(3, 'reason_required').max(2000, 'too_big'),
});
