import 'server-only';
import { asc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import { processSubmission } from '@/db/commands/intake/process-submission';
import { receiveSubmission } from '@/db/commands/intake/receive-submission';
import { oneAtATime, SandboxBusyError } from '@/db/commands/sandbox/one-at-a-time';
import { db } from '@/db/connection';
import { correctionsOf, isProved } from '@/db/demo/findings';
import { demoPartnerActor, demoPartnerId, seedDemoPartners } from '@/db/demo/partners';
import { caseName } from '@/db/queries/learning/case-name';
import { readCase, type StoredCase } from '@/db/queries/learning/read-case';
import { demoExample } from '@/db/queries/policy/installed-example';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { clearances, items, profileFacts } from '@/db/schema';
import { sqlState } from '@/db/sql-state';
import { inTransaction, rehearse } from '@/db/transaction';
import { amountIn } from '@/lib/clearance/amount';
import { courseStream } from '@/lib/demo/course-stream';
import type { DemoBatch, DemoTruth } from '@/lib/demo/types';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { detectFormat } from '@/lib/intake/detect-format';
import { dayOf } from '@/lib/kernel/dates';
import { refuse } from '@/lib/kernel/errors';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { seededRandom } from '@/lib/kernel/prng';
import type { CoursePlan } from '@/lib/learning/course';
import { type Candidate, pickCases, pointsSomewhere } from '@/lib/learning/pick-cases';
import type { PlantedRow } from '@/lib/learning/profile-exercise';
import type { CaseTruth } from '@/lib/learning/truth';
import { FIELD_NAMES, type ProfileFacts } from '@/lib/profile/fields';

/** What is asked for: cases for a desk, or rows for an exercise in writing profiles. */
export type Rehearsed =
  | { readonly kind: 'clearance'; readonly cases: readonly { readonly shown: StoredCase; readonly truth: CaseTruth }[] }
  | { readonly kind: 'profile'; readonly rows: readonly PlantedRow[] };

/** Consignments true in every word beside the planted ones. */
const ORDINARY = 160;
const TRIES = 3;
/** Lock not available, deadlock: somebody who works has what the rehearsal needs. */
const IN_THE_WAY = ['55P03', '40P01'];

/**
 * Sends a made-up stream through the intake as it is, reads of it what a course needs, and takes everything back: score, lane, reasons
 * and charges are those Luxor would have given, and no table of customs has a row more. @throws RefusedError `learning.busy`, `learning.too_few`
 */
export async function rehearseCases(
  actor: Actor,
  wish: { readonly kind: Rehearsed['kind']; readonly officeId: string; readonly plan: CoursePlan },
  at: Date,
): Promise<Rehearsed> {
  authorise(actor, 'learning.set');
  const play = () => rehearse(() => run(actor, wish, at), { purpose: 'jobs' });
  for (let left = TRIES; left > 0; left -= 1) {
    try {
      return await oneAtATime(play);
    } catch (error) {
      if (error instanceof SandboxBusyError) throw refuse('learning.busy');
      if (!IN_THE_WAY.includes(sqlState(error) ?? '')) throw error;
    }
  }
  throw refuse('learning.busy');
}

async function run(
  actor: Actor,
  { kind, officeId, plan }: Parameters<typeof rehearseCases>[1],
  at: Date,
): Promise<Rehearsed> {
  // Shorter than the time after which a deadlock is looked for: the rehearsal gives way, never who works.
  await db().execute(sql`set local lock_timeout = '300ms'`);
  const example = await demoExample(db());
  await inTransaction((tx) => seedDemoPartners(tx, at));
  const truths = new Map<string, DemoTruth>();
  for (const batch of courseStream({ seed: plan.seed, endAt: at, example, officeId, ordinary: ORDINARY })) {
    await send(batch);
    for (const [reference, truth] of batch.truths)
      truths.set(consignmentIdOf(demoPartnerId(batch.partner), reference), truth);
  }
  const known = await knownTruths(truths);
  return kind === 'profile' ? rowsOf(known, at) : casesOf(actor, known, plan, at);
}

async function send({ partner, contentType, body, receivedAt }: DemoBatch): Promise<void> {
  const sender = demoPartnerActor(partner);
  const format = detectFormat(contentType);
  if (!format) throw new Error(`no format for ${contentType}`);
  const bytes = Buffer.from(body, 'utf8');
  const once = (async function* () {
    yield bytes;
  })();
  const sent = { format, contentType, fileName: null, idempotencyKey: null, announcedBytes: bytes.length, body: once };
  const { submissionId } = await receiveSubmission(sender, sent, receivedAt);
  await processSubmission(sender, submissionId, undefined, () => receivedAt);
}

type Known = typeof clearances.$inferSelect & { readonly truth: CaseTruth };

/** What was taken in with what is true of it; a fault that the data as read no longer show is none. In the order of arrival. */
async function knownTruths(truths: ReadonlyMap<string, DemoTruth>): Promise<readonly Known[]> {
  const rows = await db()
    .select()
    .from(clearances)
    .where(inArray(clearances.consignmentId, [...truths.keys()]))
    .orderBy(asc(clearances.receivedAt), asc(clearances.consignmentId));
  const known: Known[] = [];
  for (const row of rows) {
    const truth = truths.get(row.consignmentId);
    if (!truth) continue;
    const corrections = truth.outcome === 'conform' ? [] : await correctionsOf(row.consignmentId, truth);
    if (!isProved(truth, corrections)) continue;
    const declared = corrections.length > 0 ? await declaredOf(row.consignmentId) : () => null;
    known.push({
      ...row,
      truth: {
        result: truth.outcome,
        corrections: corrections.map(({ itemNumber, field, corrected }) => ({
          itemNumber,
          field,
          declared: declared(itemNumber, field),
          true: corrected,
        })),
      },
    });
  }
  return known;
}

const COLUMNS = {
  value: 'value',
  quantity: 'quantity',
  commodity_code: 'commodityCode',
  description: 'description',
} as const;

async function declaredOf(consignmentId: string) {
  const lines = await db().select().from(items).where(eq(items.consignmentId, consignmentId));
  return (itemNumber: number, field: keyof typeof COLUMNS): string | null =>
    lines.find((line) => line.itemNumber === itemNumber)?.[COLUMNS[field]] ?? null;
}

async function casesOf(actor: Actor, known: readonly Known[], plan: CoursePlan, at: Date): Promise<Rehearsed> {
  const candidates = known.map(
    ({ consignmentId, truth, laneAssigned, topIndicators }): Candidate => ({
      consignmentId,
      truth,
      isSelected: laneAssigned === 'yellow' || laneAssigned === 'red',
      hasReasons: pointsSomewhere(topIndicators),
    }),
  );
  const picked = pickCases(candidates, plan, seededRandom(plan.seed));
  if (!picked.ok) throw refuse('learning.too_few', { faulty: picked.faulty, conform: picked.conform });
  const cases: { shown: StoredCase; truth: CaseTruth }[] = [];
  for (const [index, { consignmentId, truth }] of picked.cases.entries())
    cases.push({ shown: await readCase(actor, consignmentId, caseName(index + 1), at), truth });
  return { kind: 'clearance', cases };
}

/** The facts profiles look at, as they were when each was assessed. */
async function rowsOf(known: readonly Known[], at: Date): Promise<Rehearsed> {
  const policy = await policyInForce(db(), dayOf(at));
  const amount = amountIn(policy.currency, policy.minorDigits);
  const columns = getTableColumns(profileFacts);
  const facts = await db()
    .select(columns)
    .from(profileFacts)
    .where(
      inArray(
        profileFacts.consignmentId,
        known.map(({ consignmentId }) => consignmentId),
      ),
    );
  const byId = new Map(facts.map((row) => [row.consignmentId, row]));
  return {
    kind: 'profile',
    rows: known.flatMap(({ consignmentId, headline, valueMinor, truth }, index): PlantedRow[] => {
      const row = byId.get(consignmentId);
      if (!row) return [];
      return [
        {
          reference: caseName(index + 1),
          description: headline,
          senderCountry: row.senderCountry ?? '',
          value: amount(valueMinor),
          result: truth.result,
          facts: Object.fromEntries(FIELD_NAMES.map((name) => [name, row[name]])) as unknown as ProfileFacts,
        },
      ];
    }),
  };
}
