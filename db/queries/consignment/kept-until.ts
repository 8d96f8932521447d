import 'server-only';
import type { Executor } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { type KeepFacts, keepFacts, type Row } from '@/db/queries/privacy/keep-facts';
import type { ErasureFacts } from '@/lib/attachments/decide-attachment';
import { dayOf } from '@/lib/kernel/dates';
import type { Policy } from '@/lib/policy/policy';
import { RETAINED, type Retained } from '@/lib/policy/retention';
import { keptBackBy, type KeptUntil, keptUntil } from '@/lib/privacy/retention';

/** Until when everything of a consignment is kept at least; nothing is told of one that is not there. For who has authorised. */
export async function keptOf(
  from: Executor,
  row: Row,
  policy: Policy,
): Promise<Readonly<Record<Retained, KeptUntil | null>>> {
  const facts = (await keepFacts(from, [row])).get(row.consignmentId);
  const until = (what: Retained) => (facts ? keptUntil(what, facts.done, policy) : null);
  const [consignments, attachments, submissions] = RETAINED.map(until);
  return { consignments: consignments ?? null, attachments: attachments ?? null, submissions: submissions ?? null };
}

/** What the erasing of a file by hand hangs on: until when the policy keeps it, and for what is open it may be evidence. For who has authorised. */
export async function attachmentKeeping(
  from: Executor,
  row: Row,
  at: Date,
): Promise<Pick<ErasureFacts, 'heldBy' | 'keptUntil'>> {
  const [facts, policy] = await Promise.all([keepFacts(from, [row]), policyInForce(from, dayOf(at))]);
  const own = facts.get(row.consignmentId);
  if (!own) return { heldBy: null, keptUntil: null };
  return { heldBy: heldBy(own), keptUntil: keptUntil('attachments', own.done, policy) };
}

/** A file may go from a consignment that is not decided, or not paid: it was never needed for that. */
function heldBy({ open }: KeepFacts): ErasureFacts['heldBy'] {
  const by = keptBackBy({ ...open, undecided: false, money: false });
  return by === 'undecided' || by === 'money' ? null : by;
}
