import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { formatInstant } from '@/components/ui/format';
import { Pagination } from '@/components/ui/pagination';
import { Panel } from '@/components/ui/panel';
import { Bytes, Count } from '@/components/ui/quantity';
import { Stat, StatRow } from '@/components/ui/stat';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import { getReading } from '@/db/queries/intake/get-reading';
import { countRefused, getSubmission, listQuarantined, QUARANTINE_PAGE } from '@/db/queries/intake/get-submission';
import { getSubmissionQuality } from '@/db/queries/quality/get-submission-quality';
import type { Actor } from '@/lib/identity/actor';
import { can } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';
import { SubmissionStatus } from '../_components/submission-status';
import { Processing } from './_components/processing';
import { ProblemList } from './_components/problem-list';
import { QualityPanel } from './_components/quality-panel';
import { QuarantinedRecord } from './_components/quarantined-record';
import { ReadingNote } from './_components/reading-note';
import { ReplayAll } from './_components/replay-all';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ after?: string | string[] }> };

async function read(actor: Actor, id: string, after: number) {
  const [submission, refused, seen, quality, reading] = await Promise.all([
    getSubmission(actor, id),
    listQuarantined(actor, id, after),
    countRefused(actor, id),
    getSubmissionQuality(actor, id),
    getReading(actor, id),
  ]).catch((error: unknown) => {
    if (error instanceof NotFoundError) notFound();
    throw error;
  });
  return { submission, refused, seen, quality, reading, now: new Date() };
}

export default async function SubmissionPage({ params, searchParams }: Props) {
  const actor = await requireActor('intake.read');
  const { id } = await params;
  const [given = ''] = [(await searchParams).after].flat();
  const after = /^\d{1,9}$/.test(given) ? Number(given) : 0;
  const [t, locale] = await Promise.all([getTranslations('submissions'), getLocale()]);
  const { submission, refused, seen, quality, reading, now } = await read(actor, id, after);
  const mayMend = can(actor, 'intake.mend');
  const isOpen = submission.status !== 'finished' && submission.status !== 'refused';
  const brought = submission.accepted + submission.updated - (submission.undone?.withdrawn ?? 0);
  const mayUndo = can(actor, 'intake.undo') && submission.status === 'finished' && brought > 0;
  const done = submission.accepted + submission.quarantined + submission.unchanged + submission.updated;
  // Both are read side by side: while the file is processed, one may be ahead of the other.
  const elsewhere = isOpen ? 0 : submission.quarantined - seen;
  const last = refused.length === QUARANTINE_PAGE ? refused.at(-1)?.recordNumber : undefined;
  return (
    <>
      <PageHeader
        title={t('detail.title', { at: formatInstant(locale, new Date(submission.receivedAt), 'datetime') })}
        back={{ href: routes.submissions(), label: t('detail.back') }}
        meta={<SubmissionStatus status={submission.status} quarantined={submission.quarantined} />}
        actions={
          <>
            {mayUndo ? <ButtonLink href={routes.undoSubmission(id)}>{t('detail.undo')}</ButtonLink> : null}
            {can(actor, 'intake.download') && !isOpen ? (
              <ButtonLink href={`/api/v1/submissions/${submission.submissionId}/sent`}>{t('detail.raw')}</ButtonLink>
            ) : null}
            {seen > 0 ? (
              <>
                {mayMend && !isOpen ? <ReplayAll submissionId={submission.submissionId} /> : null}
                <ButtonLink href={`/api/v1/submissions/${submission.submissionId}/problems.csv`}>
                  {t('detail.download')}
                </ButtonLink>
              </>
            ) : null}
          </>
        }
      />
      <div className="flex flex-col gap-4">
        {isOpen ? <Processing submission={submission} done={done} now={now} /> : null}
        {submission.undone ? (
          <Callout tone="info" title={t('detail.undone', { count: submission.undone.withdrawn })}>
            {t('detail.undoneBy')} <span translate="no">{submission.undone.byName}</span>,{' '}
            <DateTime at={submission.undone.at} />
            {submission.undone.reason ? (
              <>
                {' — '}
                <bdi translate="no">{submission.undone.reason}</bdi>
              </>
            ) : null}
          </Callout>
        ) : null}
        {submission.replayOf ? (
          <Callout tone="info">
            <TextLink href={routes.submission(submission.replayOf)}>{t('detail.replayOf')}</TextLink>
          </Callout>
        ) : null}
        {submission.status === 'refused' ? (
          <Callout tone="danger" title={t('detail.refused')}>
            <p>{t('detail.refusedText')}</p>
            <ProblemList problems={submission.problems} format={submission.format} />
          </Callout>
        ) : null}
        <ReadingNote reading={reading} submissionId={id} mayMap={can(actor, 'intake.map')} />
        <Panel title={t('detail.counts')}>
          <StatRow>
            {(['received', 'accepted', 'updated', 'unchanged', 'quarantined'] as const).map((key) => (
              <Stat
                key={key}
                label={t(`column.${key === 'received' ? 'records' : key}`)}
                value={<Count value={submission[key]} />}
              />
            ))}
            {isOpen ? <Stat label={t('detail.pending')} value={<Count value={submission.received - done} />} /> : null}
          </StatRow>
        </Panel>
        <Panel title={t('detail.file')}>
          <DescriptionList
            items={[
              { term: t('column.partner'), value: <span translate="no">{submission.partnerName}</span> },
              { term: t('detail.file'), value: submission.fileName ?? t('noName'), data: submission.fileName !== null },
              { term: t('detail.format'), value: submission.format.toUpperCase(), data: true },
              { term: t('detail.size'), value: <Bytes bytes={submission.sizeBytes} /> },
              { term: t('detail.sha256'), value: submission.sha256 ?? '', data: true },
              {
                term: t('detail.finished'),
                value: submission.finishedAt ? (
                  <DateTime at={submission.finishedAt} />
                ) : (
                  t(`status.${submission.status}`)
                ),
              },
            ]}
          />
        </Panel>
        <QualityPanel quality={quality} exampleHref={actor.partnerId ? routes.trackedConsignment : undefined} />
        {submission.notices.length > 0 ? (
          <Panel title={t('detail.notices')}>
            <ProblemList problems={submission.notices} format={submission.format} />
          </Panel>
        ) : null}
        {submission.status === 'refused' ? null : (
          <Panel title={t('detail.problems')} description={refused.length > 0 ? t('detail.problemsText') : undefined}>
            {elsewhere > 0 ? (
              <p className="mb-4 text-muted text-sm">{t('detail.elsewhere', { count: elsewhere })}</p>
            ) : null}
            {refused.length === 0 && elsewhere === 0 ? (
              <State kind="empty" title={t('detail.none')}>
                {t('detail.noneText')}
              </State>
            ) : (
              <div className="flex flex-col gap-4">
                {refused.map((record) => (
                  <QuarantinedRecord
                    key={record.recordNumber}
                    record={record}
                    format={submission.format}
                    mendHref={mayMend ? routes.refusedRecord(id, record.recordNumber) : null}
                  />
                ))}
              </div>
            )}
            <Pagination
              previousHref={after > 0 ? routes.submission(id) : undefined}
              nextHref={last ? `${routes.submission(id)}?after=${last}` : undefined}
            />
          </Panel>
        )}
      </div>
    </>
  );
}
