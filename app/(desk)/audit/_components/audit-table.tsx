import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { AuditDetails } from '@/components/audit/audit-details';
import { SaidText } from '@/components/audit/said-text';
import { ShortId } from '@/components/audit/short-id';
import { type AuditCurrency, useSpeech } from '@/components/audit/speech';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { TextLink } from '@/components/ui/text-link';
import type { AuditRow } from '@/db/queries/audit/list-audit';
import type { AuditFilter } from '@/lib/audit/filter';
import { type Said, sayAction, sayReason, sayRole, saySubject, saySubjectType } from '@/lib/audit/say';
import { isUuid } from '@/lib/kernel/ids';

type AuditTableProps = {
  rows: readonly AuditRow[];
  /** What the ids of these rows stand for, by id. */
  names: Readonly<Record<string, string>>;
  /** What amounts of these rows are in. */
  currency: AuditCurrency;
  filter: AuditFilter;
  /** Where the page of a consignment leads back to. */
  from: string;
};

/** Rows of the audit log; a person or a subject is one press away from everything else about them. */
export function AuditTable({ rows, names, currency, filter, from }: AuditTableProps) {
  const t = useTranslations('audit');
  const speech = useSpeech(currency);
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      isDense
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'at',
          header: t('column.at'),
          rowHeader: true,
          cell: ({ at, id, isSealed }) => (
            <span className="flex flex-col items-start">
              <DateTime at={at} show="seconds" />
              {isSealed ? (
                <TextLink
                  href={routes.auditProof(id)}
                  prefetch={false}
                  download
                  aria-label={t('seal.proofOf', { id })}
                  className="inline-block min-h-target py-1 text-xs"
                >
                  {t('seal.proof')}
                </TextLink>
              ) : (
                <span className="text-muted text-xs">{t('seal.waits')}</span>
              )}
            </span>
          ),
        },
        {
          key: 'actor',
          header: t('column.actor'),
          cell: (row) => (
            <>
              <TextLink href={routes.audit({ ...filter, actor: null, actorId: row.actorId })}>
                <span translate="no">{row.actorName}</span>
              </TextLink>
              <span className="block text-muted text-xs">
                <SaidText said={sayRole(speech, row.role)} />
                {row.officeId ? <span translate="no"> · {row.officeId}</span> : null}
              </span>
            </>
          ),
        },
        {
          key: 'action',
          header: t('column.action'),
          cell: (row) => <SaidText said={sayAction(speech, row.action)} />,
        },
        {
          key: 'subject',
          header: t('column.subject'),
          cell: (row) => (
            // Two targets one above the other need room between them.
            <span className="flex flex-col gap-1">
              <span className="flex items-center gap-x-2">
                <SaidText said={saySubjectType(speech, row.subjectType)} />
                <SubjectLink
                  type={row.subjectType}
                  id={row.subjectId}
                  isKnown={names[row.subjectId] !== undefined}
                  from={from}
                />
              </span>
              <span className="flex items-center gap-x-2">
                <span className="max-w-56 truncate" title={names[row.subjectId]}>
                  <TextLink
                    href={routes.audit({ subject: row.subjectType, subjectId: row.subjectId })}
                    className="inline-block py-0.5"
                    data
                  >
                    <SubjectText id={row.subjectId} name={names[row.subjectId]} said={saySubject(speech, row)} />
                  </TextLink>
                </span>
                {names[row.subjectId] ? <ShortId id={row.subjectId} /> : null}
              </span>
            </span>
          ),
        },
        {
          key: 'details',
          header: t('column.details'),
          className: 'min-w-64 w-2/5',
          cell: (row) => <AuditDetails details={row.details} names={names} speech={speech} />,
        },
        {
          key: 'reason',
          header: t('column.reason'),
          className: 'min-w-48',
          cell: ({ action, reason }) => (reason ? <SaidText said={sayReason(speech, { action, reason })} /> : null),
        },
      ]}
    />
  );
}

/** The way to what the row is about, where the reader may open it: what has a name here is of the own offices. */
function SubjectLink({ type, id, isKnown, from }: { type: string; id: string; isKnown: boolean; from: string }) {
  const t = useTranslations('audit');
  const href =
    type === 'consignment' && isKnown
      ? routes.consignment(id, { from })
      : type === 'submission' && isUuid(id)
        ? routes.submission(id)
        : type === 'profile' && isUuid(id)
          ? routes.profile(id)
          : null;
  return href ? (
    <TextLink href={href} prefetch={false} className="inline-block min-h-target py-1 text-xs">
      {t('open')}
    </TextLink>
  ) : null;
}

function SubjectText({ id, name, said }: { id: string; name: string | undefined; said: Said }) {
  return name ?? (isUuid(id) ? <ShortId id={id} /> : <SaidText said={said} />);
}
