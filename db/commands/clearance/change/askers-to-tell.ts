import 'server-only';
import type { ANSWERERS } from '@/db/schema';
import type { ClearanceRow } from './open-change';

/**
 * Everybody who asked and was answered by somebody else since the consignment was last acted on, the last of them first. Who enters the
 * answer to a question of their own has read it.
 */
export function askersToTell(
  { answeredFor, answeredAlsoFor }: ClearanceRow,
  askedBy: string,
  answer: { readonly from: (typeof ANSWERERS)[number]; readonly enteredBy: string },
) {
  const waiting = [answeredFor, ...(answeredAlsoFor ?? [])].flatMap((asker) => asker ?? []);
  if (askedBy === answer.enteredBy) return {};
  const others = waiting.filter((asker) => asker !== askedBy);
  return { answeredFor: askedBy, answeredAlsoFor: others.length > 0 ? others : null, answeredBy: answer.from };
}
