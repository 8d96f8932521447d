import { parseDay } from '@/lib/kernel/dates';
import { isUuid } from '@/lib/kernel/ids';
import { storable } from '@/lib/kernel/storable';
import { AUDIT_ACTIONS, type AuditAction } from './actions';
import { AUDIT_SUBJECTS, type AuditSubject } from './subjects';

/** Which rows of the audit log are shown; absent means all. The page, its links and the export read the same query string. */
export type AuditFilter = {
  readonly actorId?: string;
  /** Part of the name of the person. */
  readonly actor?: string;
  readonly action?: AuditAction;
  readonly subject?: AuditSubject;
  readonly subjectId?: string;
  /** First and last day, `YYYY-MM-DD`, both included. */
  readonly from?: string;
  readonly to?: string;
};

/** The place in the log a page ends at: the next one starts behind it. */
export type AuditCursor = { readonly at: Date; readonly id: string };

type Given = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads the filter from a query string; what does not fit is left out, so that an old link still opens. */
export function parseAuditFilter(given: Given): AuditFilter {
  const text = (name: string) => {
    const value = given[name];
    return typeof value === 'string' ? storable(value).trim().slice(0, 200) : '';
  };
  const actorId = text('actorId');
  return {
    actorId: isUuid(actorId) ? actorId : undefined,
    actor: text('actor') || undefined,
    action: AUDIT_ACTIONS.find((action) => action === text('action')),
    subject: AUDIT_SUBJECTS.find((subject) => subject === text('subject')),
    subjectId: text('subjectId') || undefined,
    from: parseDay(text('from')) ?? undefined,
    to: parseDay(text('to')) ?? undefined,
  };
}

/** Whether the last day lies before the first: no row can be of such days. */
export function isReversed({ from, to }: Pick<AuditFilter, 'from' | 'to'>): boolean {
  return from !== undefined && to !== undefined && from > to;
}

/** The place as it stands in a link. */
export function cursorText({ at, id }: AuditCursor): string {
  return `${at.toISOString()}_${id}`;
}

/** Reads a place; null for anything else, which shows the first page. */
export function parseCursor(text: unknown): AuditCursor | null {
  if (typeof text !== 'string') return null;
  const [instant = '', id = ''] = text.split('_');
  const at = new Date(instant);
  return !Number.isNaN(at.getTime()) && at.toISOString() === instant && isUuid(id) ? { at, id } : null;
}
