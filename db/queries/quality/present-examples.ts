import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { withinScope } from '@/db/queries/clearance/scope';
import { refusedWithin } from '@/db/queries/intake/scope';
import { clearances, consignments, identities, quarantinedRecords } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { mayName } from '@/lib/intake/mask-refused';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { findingsOf } from '@/lib/quality/score';
import type { FindingCount } from './finding-count';

const EXAMPLES_SHOWN = 3;

/** The examples that can be references: of a row that was not told apart, a name or the whole row may stand in place of one. */
const nameable = <F extends FindingCount>(finding: F): F => ({
  ...finding,
  examples: (finding.examples ?? []).filter((reference) => mayName(reference, finding.code)),
});

/** Keeps of the examples those whose data still have the finding: what was mended since is no example to mend. */
export async function presentExamples<F extends FindingCount>(partnerId: string, counted: readonly F[]): Promise<F[]> {
  const findings = counted.map(nameable);
  const idOf = (reference: string) => consignmentIdOf(partnerId, reference);
  const ids = [...new Set(findings.flatMap(({ examples }) => (examples ?? []).map(idOf)))];
  const rows =
    ids.length === 0
      ? []
      : await db()
          .select({ id: consignments.consignmentId, warnings: consignments.warnings })
          .from(identities)
          .innerJoin(
            consignments,
            and(
              eq(consignments.consignmentId, identities.consignmentId),
              eq(consignments.receivedOn, identities.receivedOn),
            ),
          )
          .where(inArray(identities.consignmentId, ids));
  const present = new Map(
    rows.map(({ id, warnings }) => [id, new Set(findingsOf(warnings).map(({ code, field }) => `${code} ${field}`))]),
  );
  return findings.map((finding) => ({
    ...finding,
    examples: [...new Set(finding.examples ?? [])]
      .filter((reference) => {
        const found = present.get(idOf(reference));
        // A refused record has no consignment unless it was accepted in another version.
        return found === undefined ? finding.severity === 'error' : found.has(`${finding.code} ${finding.field}`);
      })
      .slice(0, EXAMPLES_SHOWN),
  }));
}

/**
 * Keeps of the examples those that an actor may know of: staff of offices the consignments and refused records of their own, a
 * partner and an administrator all.
 */
export async function examplesWithin<F extends FindingCount>(
  actor: Actor,
  partnerId: string,
  counted: readonly F[],
): Promise<F[]> {
  const findings = counted.map(nameable);
  if (actor.role === 'partner' || actor.role === 'admin') return findings;
  const references = [...new Set(findings.flatMap(({ examples }) => examples ?? []))];
  const ids = references.map((reference) => consignmentIdOf(partnerId, reference));
  const own =
    ids.length === 0
      ? []
      : await db()
          .select({ reference: clearances.reference })
          .from(identities)
          .innerJoin(
            clearances,
            and(
              eq(clearances.consignmentId, identities.consignmentId),
              eq(clearances.receivedOn, identities.receivedOn),
            ),
          )
          .where(and(inArray(identities.consignmentId, ids), withinScope(actor)));
  const refused =
    references.length === 0
      ? []
      : await db()
          .selectDistinct({ reference: quarantinedRecords.reference })
          .from(quarantinedRecords)
          .where(
            and(
              eq(quarantinedRecords.partnerId, partnerId),
              inArray(quarantinedRecords.reference, references),
              refusedWithin(actor),
            ),
          );
  const known = new Set([...own, ...refused].map(({ reference }) => reference));
  return findings.map((finding) => {
    const examples = (finding.examples ?? []).filter((reference) => known.has(reference));
    const isHidden = examples.length === 0 && (finding.examples ?? []).length > 0;
    return { ...finding, examples, ...(isHidden ? { unnamed: 'elsewhere' as const } : {}) };
  });
}

/** Waiting records that are looked through, the newest first. */
const WAITING_SEEN = 5_000;

type Waiting = { code: string; severity: string; field: string; named: string[] | null };

/**
 * Gives findings that have no example one of the refused records that still wait, of a partner or of one of its submissions; where
 * those bear no reference it says that they wait. Without this the finding would read as mended.
 */
export async function waitingExamples<F extends FindingCount>(
  actor: Actor,
  of: { readonly partnerId: string; readonly submissionId?: string },
  findings: readonly F[],
): Promise<F[]> {
  if (findings.every(({ examples }) => examples.length > 0)) return [...findings];
  const ofSubmission = of.submissionId ? eq(quarantinedRecords.submissionId, of.submissionId) : undefined;
  const open = and(eq(quarantinedRecords.partnerId, of.partnerId), ofSubmission, refusedWithin(actor));
  const { rows } = await db().execute<Waiting>(sql`
    select p->>'code' as code, p->>'severity' as severity, regexp_replace(p->>'pointer', '^items\\.\\d+\\.', 'items.') as field,
      (array_agg(distinct waiting.reference) filter (where waiting.reference is not null))[1:${sql.raw(String(EXAMPLES_SHOWN))}] as named
    from (
      select ${quarantinedRecords.reference} as reference, ${quarantinedRecords.problems} as problems from ${quarantinedRecords}
      where state = 'open' and ${open} order by ${quarantinedRecords.quarantinedAt} desc limit ${WAITING_SEEN}
    ) as waiting cross join lateral jsonb_array_elements(waiting.problems) as p
    group by 1, 2, 3`);
  const keyOf = ({ code, severity, field }: Pick<Waiting, 'code' | 'severity' | 'field'>) =>
    `${code} ${severity} ${field}`;
  const waiting = new Map(rows.map((row) => [keyOf(row), row.named ?? []]));
  return findings.map((finding) => {
    const named = finding.examples.length > 0 ? undefined : waiting.get(keyOf(finding));
    if (!named) return finding;
    const { examples } = nameable({ ...finding, examples: named });
    return { ...finding, examples, unnamed: examples.length > 0 ? undefined : 'waits' };
  });
}
