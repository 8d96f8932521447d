import 'server-only';
import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import { db } from '@/db/connection';
import { shownTo } from '@/db/queries/clearance/scope';
import { clearances } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { refuse } from '@/lib/kernel/errors';
import { seededRandom } from '@/lib/kernel/prng';
import type { CoursePlan } from '@/lib/learning/course';
import { type Candidate, pickCases, pointsSomewhere } from '@/lib/learning/pick-cases';
import type { CaseTruth } from '@/lib/learning/truth';
import { caseName } from './case-name';
import { readCase, type StoredCase, truthsOf } from './read-case';

/** The latest examined consignments a course is drawn from. */
const LOOKED_THROUGH = 800;

/**
 * Cases of an office that were examined and are closed, chosen by the plan: what left this query is masked, and tells nothing of who was
 * concerned or who decided. @throws RefusedError `learning.too_few`
 */
export async function releasedCases(
  actor: Actor,
  officeId: string,
  plan: CoursePlan,
  at: Date,
): Promise<readonly { readonly shown: StoredCase; readonly truth: CaseTruth }[]> {
  authorise(actor, 'learning.set');
  const rows = await db()
    .select({
      consignmentId: clearances.consignmentId,
      laneAssigned: clearances.laneAssigned,
      topIndicators: clearances.topIndicators,
    })
    .from(clearances)
    .where(
      and(
        eq(clearances.officeId, officeId),
        shownTo(actor),
        inArray(clearances.examinationOutcome, ['conform', 'finding']),
        isNotNull(clearances.decidedAt),
        inArray(clearances.status, ['released', 'seized', 'refused', 'returned', 'abandoned', 'destroyed']),
      ),
    )
    .orderBy(desc(clearances.receivedOn), desc(clearances.consignmentId))
    .limit(LOOKED_THROUGH);
  const truths = await truthsOf(rows.map(({ consignmentId }) => consignmentId));
  const candidates = rows.flatMap(({ consignmentId, laneAssigned, topIndicators }): Candidate[] => {
    const truth = truths.get(consignmentId);
    const isSelected = laneAssigned === 'yellow' || laneAssigned === 'red';
    return truth ? [{ consignmentId, truth, isSelected, hasReasons: pointsSomewhere(topIndicators) }] : [];
  });
  const picked = pickCases(candidates, plan, seededRandom(plan.seed));
  if (!picked.ok) throw refuse('learning.too_few', { faulty: picked.faulty, conform: picked.conform });
  const cases: { shown: StoredCase; truth: CaseTruth }[] = [];
  for (const [index, { consignmentId, truth }] of picked.cases.entries())
    cases.push({ shown: await readCase(actor, consignmentId, caseName(index + 1), at), truth });
  return cases;
}
