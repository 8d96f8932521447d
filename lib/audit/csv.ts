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
  'subject_name',
  'reason',
  'details',
] as const;

/** The cells of one row in the order of the columns, instants in UTC, what changed in words, ids with what the reader may know them by. */
export function auditCells(row: AuditCsvRow, names: Readonly<Record<string, string>>): string[] {
  const named = (value: string | null) => (value === null ? '-' : (names[value] ?? value));
  const details = detailLines(row.details).map((line) =>
    line.kind === 'fact'
      ? `${line.key}: ${named(line.value)}`
      : `${line.key}: ${named(line.before)} > ${named(line.after)}`,
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
    names[row.subjectId] ?? '',
    row.reason ?? '',
    details.join('; '),
  ];
}
