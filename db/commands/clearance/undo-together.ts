import 'server-only';
import type { z } from 'zod';
import { UNDO_TOGETHER_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { eachOf, type Outcome } from './change/each-of';
import { undoDecision } from './undo-decision';

/** Takes back decisions of the actor that were made together, each by itself and as far as it may still be taken back. */
export async function undoTogether(
  actor: Actor,
  input: z.input<typeof UNDO_TOGETHER_INPUT>,
  at = new Date(),
): Promise<Outcome[]> {
  authorise(actor, 'clearance.undo');
  const { rows } = parseInput(UNDO_TOGETHER_INPUT, input);
  return eachOf(rows, (row) => undoDecision(actor, row, at));
}
