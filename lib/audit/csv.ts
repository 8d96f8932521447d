import { detailLines } from './details';
import {
  type Speech,
  sayAction,
  sayKey,
  sayNone,
  sayReason,
  sayRole,
  saySubject,
  saySubjectType,
  sayValue,
} from './say';

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

/** Codes for a machine, each with its words beside it for a reader; `details` is the row's own JSON, `details_words` what the page says. */
export const AUDIT_CSV_COLUMNS = [
  'at',
  'actor_id',
  'actor_name',
  'role',
  'role_words',
  'office',
  'action',
  'action_words',
  'subject_type',
  'subject_type_words',
  'subject_id',
  'subject_name',
  'reason',
  'reason_words',
  'details',
  'details_words',
] as const;

type Names = Readonly<Record<string, string>>;

/** The cells of one row in the order of the columns, instants in UTC; ids are told with what the reader may know them by. */
export function auditCells(row: AuditCsvRow, names: Names, speech: Speech): string[] {
  const { action, reason } = row;
  return [
    row.at.toISOString(),
    row.actorId,
    row.actorName,
    row.role,
    sayRole(speech, row.role).text,
    row.officeId ?? '',
    action,
    sayAction(speech, action).text,
    row.subjectType,
    saySubjectType(speech, row.subjectType).text,
    row.subjectId,
    names[row.subjectId] ?? nameOfSubject(row, speech),
    reason ?? '',
    reason === null ? '' : sayReason(speech, { action, reason }).text,
    Object.keys(row.details).length === 0 ? '' : JSON.stringify(row.details),
    detailWords(row.details, names, speech),
  ];
}

/** A subject that is no thing with a name is told in words; an id without a name stays beside, in its own column. */
function nameOfSubject(row: AuditCsvRow, speech: Speech): string {
  const { text, isWord } = saySubject(speech, row);
  return isWord ? text : '';
}

function detailWords(details: AuditCsvRow['details'], names: Names, speech: Speech): string {
  const values = (key: string, given: readonly string[]) =>
    given.map((value) => names[value] ?? sayValue(speech, key, value).text).join(', ') || sayNone(speech);
  return detailLines(details)
    .map((line) => {
      const key = sayKey(speech, line.key).text;
      return line.kind === 'fact'
        ? `${key}: ${values(line.key, line.values)}`
        : `${key}: ${values(line.key, line.before)} > ${values(line.key, line.after)}`;
    })
    .join('; ');
}
