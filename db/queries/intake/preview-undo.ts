import 'server-only';
import { now } from '@/db/clock';
import { db } from '@/db/connection';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { sortBrought } from '@/lib/intake/sort-brought';
import { UNDO_MAX } from '@/lib/intake/undo-input';
import { NotFoundError } from '@/lib/kernel/errors';
import { type Brought, broughtBy, replacedSince } from './brought';
import { getSubmission, type SubmissionView } from './get-submission';

export type Pile = { readonly count: number; readonly references: readonly string[] };

/** What undoing a submission would do now. References are those of the first consignments of each pile. */
export type UndoPreview = {
  readonly submission: SubmissionView;
  readonly withdrawable: Pile;
  /** With what stands against withdrawing each. */
  readonly actedOn: Pile & {
    readonly first: readonly { readonly reference: string; readonly refusal: string }[];
  };
  readonly amended: Pile;
  /** Brought by it, and replaced by a later submission: `count` is capped. */
  readonly replaced: Pile;
  readonly gone: number;
  /** Consignments of offices the actor does not belong to: then nothing is undone. */
  readonly elsewhere: number;
  readonly isTooLarge: boolean;
};

const NAMED = 20;
const REPLACED_MAX = 1_000;

/** The consignments an officer's undo would touch must all be of the own offices; a partner's and an administrator's are one's own. */
export function outsideOffices(actor: Actor, brought: readonly Brought[]): readonly Brought[] {
  if (actor.role !== 'supervisor') return [];
  return brought.filter(({ officeId, isLodged }) => isLodged && !actor.officeIds.includes(officeId));
}

/** The numbers of undoing a submission, before anybody decides on it. @throws NotFoundError for a foreign one too */
export async function previewUndo(actor: Actor, submissionId: string, at = now()): Promise<UndoPreview> {
  authorise(actor, 'intake.undo');
  const submission = await getSubmission(actor, submissionId);
  const offices = actor.role === 'supervisor' ? actor.officeIds : null;
  const [brought, replaced] = await Promise.all([
    broughtBy(db(), submissionId, at, UNDO_MAX + 1),
    replacedSince(db(), submissionId, REPLACED_MAX, offices),
  ]);
  const outside = outsideOffices(actor, brought);
  if (brought.length > 0 && outside.length === brought.length) throw new NotFoundError('submission');
  const own = brought.filter(({ officeId }) => offices === null || offices.includes(officeId));
  const { withdrawable, actedOn, amended, gone } = sortBrought(own);
  return {
    submission,
    withdrawable: pileOf(withdrawable),
    actedOn: {
      ...pileOf(actedOn),
      first: actedOn.slice(0, NAMED).flatMap(({ reference, refusal }) => (refusal ? [{ reference, refusal }] : [])),
    },
    amended: pileOf(amended),
    replaced: { count: replaced.length, references: replaced.slice(0, NAMED) },
    gone: gone.length,
    elsewhere: outside.length,
    isTooLarge: brought.length > UNDO_MAX,
  };
}

function pileOf(brought: readonly Brought[]): Pile {
  return { count: brought.length, references: brought.slice(0, NAMED).map(({ reference }) => reference) };
}
