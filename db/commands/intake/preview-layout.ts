import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { rawBytesOf } from '@/db/queries/intake/raw-bytes';
import { csvLayouts, partners, submissions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { guessDelimiter, headerUnder, headOf } from '@/lib/intake/csv-head';
import { recordsOf } from '@/lib/intake/csv-records';
import { decodeText } from '@/lib/intake/decode-text';
import { columnLabels, DELIMITERS, type Delimiter, type Layout, type LayoutChoice } from '@/lib/intake/layout';
import { layoutFingerprint } from '@/lib/intake/layout-fingerprint';
import { type Preview, previewRecords } from '@/lib/intake/preview-rows';
import { proposeLayout } from '@/lib/intake/propose-layout';
import { type ReadOptions, SubmissionRefusedError } from '@/lib/intake/staged-row';
import { NotFoundError } from '@/lib/kernel/errors';
import { isUuid } from '@/lib/kernel/ids';
import { partnerScope } from './open-quarantine';
import { judgeContextAt, readOptionsOf } from './reading-context';
import { recordSentLook } from './record-sent-look';

/** Records shown as they would be read. */
export const PREVIEWED = 20;
const SAMPLED_ROWS = 50;
const SAMPLES = 3;

/** A refused CSV file with everything needed to say what its columns are. */
export type Mapping = {
  readonly submissionId: string;
  readonly partnerName: string;
  readonly fileName: string | null;
  /** The saved layout for this header, else what its names suggest; null where no header can be read. */
  readonly layout: Layout | null;
  readonly labels: readonly string[];
  /** The first values of each column that differ, empty ones left out. */
  readonly samples: readonly (readonly string[])[];
  /** The newest edition for this header, retired or not. */
  readonly saved: {
    readonly layoutId: string;
    readonly edition: number;
    readonly isRetired: boolean;
    readonly savedAt: string;
    readonly savedByName: string;
  } | null;
};

type Source = { readonly submission: typeof submissions.$inferSelect; readonly partnerName: string };

/** @throws NotFoundError for a foreign submission and for one that was not refused as a CSV file */
async function findRefused(actor: Actor, submissionId: string): Promise<Source> {
  const scope = partnerScope(actor);
  if (!isUuid(submissionId)) throw new NotFoundError('submission');
  const [found] = await db()
    .select({ submission: submissions, partnerName: partners.name })
    .from(submissions)
    .innerJoin(partners, eq(partners.id, submissions.partnerId))
    .where(eq(submissions.id, submissionId));
  if (!found || (scope !== null && found.submission.partnerId !== scope)) throw new NotFoundError('submission');
  const { format, status } = found.submission;
  if (format !== 'csv' || status !== 'refused') throw new NotFoundError('submission');
  return found;
}

/** The beginning of a kept file as text; nothing where its bytes are no text. */
async function headOfKept(submissionId: string): Promise<string> {
  try {
    return (await headOf(decodeText(rawBytesOf(submissionId)))).head;
  } catch (error) {
    if (error instanceof SubmissionRefusedError) return '';
    throw error;
  }
}

/** Rows after the header, as far as the beginning holds them whole. */
function rowsIn(head: string, delimiter: Delimiter, skipped: number): string[][] {
  const rows: string[][] = [];
  const records = recordsOf(head, 1, false, delimiter);
  for (let next = records.next(); !next.done && rows.length <= SAMPLED_ROWS; next = records.next()) {
    rows.push(next.value.fields.slice(skipped));
  }
  return rows.slice(1);
}

/** Proposes the office and channel of the partner's settings where the file has no column for them. */
function withDefaults(layout: Layout, { defaultOffice, defaultChannel }: ReadOptions): Layout {
  const defaults = { office: defaultOffice, channel: defaultChannel };
  const fixed = Object.entries(defaults).filter(
    ([column, value]) => value !== undefined && !layout.targets.some((target) => target === column),
  );
  return { ...layout, fixed: { ...Object.fromEntries(fixed), ...layout.fixed } };
}

/** A refused file to map, cut by the delimiter given or by the one its header suggests. @throws NotFoundError */
export async function getMapping(actor: Actor, submissionId: string, cut: string | null): Promise<Mapping> {
  authorise(actor, 'intake.map');
  const { submission, partnerName } = await findRefused(actor, submissionId);
  await recordSentLook(actor, submissionId);
  const head = await headOfKept(submissionId);
  const delimiter = DELIMITERS.find((one) => one === cut) ?? guessDelimiter(head);
  const header = delimiter ? headerUnder(head, delimiter) : null;
  const about = { submissionId, partnerName, fileName: submission.fileName };
  if (!delimiter || !header) return { ...about, layout: null, labels: [], samples: [], saved: null };
  const rows = rowsIn(head, delimiter, header.skipped);
  const [newest] = await db()
    .select()
    .from(csvLayouts)
    .where(
      and(
        eq(csvLayouts.partnerId, submission.partnerId),
        eq(csvLayouts.fingerprint, layoutFingerprint(delimiter, header.names)),
      ),
    )
    .orderBy(desc(csvLayouts.edition))
    .limit(1);
  return {
    ...about,
    layout:
      newest?.layout ??
      withDefaults(proposeLayout(delimiter, header.names, rows), await readOptionsOf(db(), submission)),
    labels: columnLabels(header.names),
    samples: header.names.map((_name, index) =>
      [...new Set(rows.flatMap((row) => row[index] || []))].slice(0, SAMPLES),
    ),
    saved: newest
      ? {
          layoutId: newest.id,
          edition: newest.edition,
          isRetired: newest.isRetired,
          savedAt: newest.savedAt.toISOString(),
          savedByName: newest.savedByName,
        }
      : null,
  };
}

/** The first records of a refused file as they would be read; nothing is kept. @throws NotFoundError */
export async function previewLayout(
  actor: Actor,
  choice: LayoutChoice & Pick<Layout, 'delimiter'> & { readonly submissionId: string },
  at = new Date(),
): Promise<Preview> {
  authorise(actor, 'intake.map');
  const { submission } = await findRefused(actor, choice.submissionId);
  await recordSentLook(actor, choice.submissionId, at);
  const head = await headOfKept(choice.submissionId);
  const header = headerUnder(head, choice.delimiter);
  if (!header || header.names.length !== choice.targets.length) return { records: [], fileProblems: [] };
  const { submissionId, ...rest } = choice;
  const [context, options] = await Promise.all([judgeContextAt(db(), at), readOptionsOf(db(), submission)]);
  return previewRecords(rawBytesOf(submissionId), { ...rest, header: header.names }, context, options, PREVIEWED);
}
