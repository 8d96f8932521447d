import type { EventKind } from '@/lib/clearance/events';
import type { ToldKind } from './told-kinds';

type Values = Readonly<Record<string, string | number | null>>;

/** A change of one consignment, as the timeline records it. */
export type ToldChange = {
  readonly consignmentId: string;
  readonly reference: string;
  readonly event: EventKind;
  readonly values: Values;
  readonly at: Date;
  /** Its place among what happened at the same instant, such as the number of its record; absent where it happened alone. */
  readonly place?: number;
};

/** Values of the timeline a partner may know, by what is told: never notes, officers, lanes or scores. */
const TOLD_VALUES: Readonly<Partial<Record<ToldKind, readonly string[]>>> = {
  accepted: ['version'],
  updated: ['version'],
  held: ['ground'],
  hold_lifted: ['ground'],
  question_asked: ['type', 'dueAt'],
  question_answered: ['type'],
  question_withdrawn: ['type'],
  withdrawn: ['version', 'way', 'by'],
};

/** What is told of a change, as JSON text without delivery id and number. Addresses are paths of this server. */
export function contentOfChange(kind: ToldKind, change: ToldChange): string {
  const path = `/api/v1/consignments/${encodeURIComponent(change.reference)}`;
  const told = (TOLD_VALUES[kind] ?? []).filter((name) => change.values[name] !== undefined);
  return JSON.stringify({
    kind,
    occurredAt: change.at.toISOString(),
    reference: change.reference,
    consignmentId: change.consignmentId,
    ...Object.fromEntries(told.map((name) => [name, change.values[name]])),
    links: { consignment: path, responses: `${path}/responses` },
  });
}

/** What is told of a submission that came to its end: processed, or refused as a whole. */
export function contentOfSubmission(submission: {
  readonly id: string;
  readonly status: 'finished' | 'refused';
  readonly finishedAt: Date;
  readonly counts: Readonly<Record<'received' | 'accepted' | 'updated' | 'unchanged' | 'quarantined', number>>;
}): string {
  const path = `/api/v1/submissions/${submission.id}`;
  return JSON.stringify({
    kind: 'submission_finished',
    occurredAt: submission.finishedAt.toISOString(),
    submissionId: submission.id,
    status: submission.status,
    ...submission.counts,
    links: { submission: path, acknowledgements: `${path}/acknowledgements` },
  });
}

/** What is told of a release of the public statistics that went out. */
export function contentOfPublication(release: {
  readonly month: string;
  readonly vintage: number;
  readonly publishedAt: Date;
  readonly note: string;
  readonly datasets: readonly string[];
}): string {
  const { month, vintage, publishedAt, note, datasets } = release;
  return JSON.stringify({
    kind: 'statistics_published',
    occurredAt: publishedAt.toISOString(),
    ...{ month, vintage, note },
    links: Object.fromEntries(
      datasets.map((dataset) => [dataset, `/api/v1/statistics/${dataset}?month=${month}&vintage=${vintage}`]),
    ),
  });
}

/** What a test tells. */
export function contentOfTest(at: Date): string {
  return JSON.stringify({ kind: 'test', occurredAt: at.toISOString() });
}

/** The body of a delivery: its id and number, then what is told. The same bytes at every attempt. */
export function bodyOf(deliveryId: string, sequence: number, content: string): string {
  return `{"deliveryId":${JSON.stringify(deliveryId)},"sequence":${sequence},${content.slice(1)}`;
}
