import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { DataTable } from '@/components/table/data-table';
import { ButtonLink } from '@/components/ui/button-link';
import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { Pagination } from '@/components/ui/pagination';
import { Count } from '@/components/ui/quantity';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import { countOpenQuestions } from '@/db/queries/consignment/count-open-questions';
import { listFailing } from '@/db/queries/intake/list-failing';
import { listSubmissions } from '@/db/queries/intake/list-submissions';
import { can } from '@/lib/identity/permissions';
import { FailingPanel } from './_components/failing-panel';
import { SubmissionStatus } from './_components/submission-status';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('submissions'))('title') };
}

export default async function SubmissionsPage({
  searchParams,
}: {
  searchParams: Promise<{ after?: string | string[] }>;
}) {
  const actor = await requireActor('intake.read');
  const [after = null] = [(await searchParams).after].flat();
  const [t, tTracking, page, questions, failing] = await Promise.all([
    getTranslations('submissions'),
    getTranslations('tracking'),
    listSubmissions(actor, after),
    can(actor, 'consignment.track') ? countOpenQuestions(actor) : 0,
    can(actor, 'intake.retry') ? listFailing(actor) : [],
  ]);
  const mayUpload = can(actor, 'intake.submit') && actor.partnerId !== null;
  const upload = mayUpload ? (
    <ButtonLink href={routes.upload()} variant="primary">
      {t('upload')}
    </ButtonLink>
  ) : null;
  const count = (key: 'received' | 'accepted' | 'updated' | 'unchanged' | 'quarantined', header: string) => ({
    key,
    header,
    numeric: true,
    cell: (row: (typeof page.rows)[number]) => <Count value={row[key]} />,
  });
  const partner = {
    key: 'partner',
    header: t('column.partner'),
    className: 'min-w-36',
    cell: (row: (typeof page.rows)[number]) => <span translate="no">{row.partnerName}</span>,
  };
  return (
    <>
      <PageHeader title={t('title')} lead={t(actor.officeIds.length > 0 ? 'leadOffices' : 'lead')} actions={upload} />
      <FailingPanel rows={failing} />
      {questions > 0 ? (
        <Callout
          tone="warning"
          title={tTracking('open.title', { count: questions })}
          actions={
            <ButtonLink href={`${routes.tracking()}#questions`}>
              {tTracking('open.go', { count: questions })}
            </ButtonLink>
          }
        >
          {tTracking('open.text')}
        </Callout>
      ) : null}
      <div>
        {page.rows.length === 0 ? (
          <State kind="empty" title={t('empty')} action={upload}>
            {t('emptyText')}
          </State>
        ) : (
          <>
            <DataTable
              caption={t('caption')}
              captionHidden
              isDense
              rows={page.rows}
              rowKey={(row) => row.submissionId}
              columns={[
                {
                  key: 'at',
                  header: t('column.received'),
                  rowHeader: true,
                  cell: (row) => (
                    <TextLink href={routes.submission(row.submissionId)}>
                      <DateTime at={row.receivedAt} />
                    </TextLink>
                  ),
                },
                // First beside the time: on a telephone only two columns are seen at once.
                {
                  key: 'status',
                  header: t('column.status'),
                  cell: (row) => <SubmissionStatus {...row} />,
                },
                {
                  key: 'file',
                  header: t('column.file'),
                  className: 'min-w-36 wrap-anywhere',
                  cell: (row) =>
                    row.fileName ? (
                      <span translate="no">{row.fileName}</span>
                    ) : (
                      t(row.replayOf ? 'sentAgain' : 'noName')
                    ),
                },
                // A partner sees its own submissions only and needs not be told whose they are.
                ...(actor.partnerId === null ? [partner] : []),
                count('received', t('column.records')),
                count('accepted', t('column.accepted')),
                count('updated', t('column.updated')),
                count('unchanged', t('column.unchanged')),
                // Where there is no room the status alone tells it.
                { ...count('quarantined', t('column.quarantined')), className: 'max-xl:hidden' },
              ]}
            />
            <Pagination
              summary={t('summary', { count: page.rows.length })}
              previousHref={after ? routes.submissions() : undefined}
              nextHref={page.next ? routes.submissions({ after: page.next }) : undefined}
            />
          </>
        )}
      </div>
    </>
  );
}
