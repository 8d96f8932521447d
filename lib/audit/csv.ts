import { detailLines } from './details';

/** What one row of the export tells. */
export type AuditCsvRow = {
  readonly at: Date;
  readonly actorId: string;
  readonly actorName: string;
  readonly role: string;
  readonly officeId: string | null;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly reason: string | null;
  readonly details: Readonly<Record<string, unknown>>;
};

export const AUDIT_CSV_COLUMNS = [
  'at',
  'actor_id',
  'actor_name',
  'role',
  'office',
  'action',
  'subject_type',
  'subject_id',
  'reason',
  'details',
] as const;

/** The cells of one row in the order of the columns, instants in UTC, what changed in words. */
export function auditCells(row: AuditCsvRow): string[] {
  const details = detailLines(row.details).map((line) =>
    line.kind === 'fact' ? `${line.key}: ${line.value}` : `${line.key}: ${line.before ?? '-'} > ${line.after ?? '-'}`,
  );
  return [
    row.at.toISOString(),
    row.actorId,
    row.actorName,
    row.role,
    row.officeId ?? '',
    row.action,
    row.subjectType,
    row.subjectId,
    row.reason ?? '',
    details.join('; '),
  ];
}
