import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button-link';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { listAttempts, type OwnAttempt } from '@/db/queries/learning/list-attempts';
import { can } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { RateMark, TimeMark } from './_components/mark-text';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('learning'))('title') };
}

const answered = ({ progress }: OwnAttempt) => progress.steps.filter((step) => step.answered).length;
const wayOn = ({ begunAt, finishedAt, isClosed }: OwnAttempt) =>
  finishedAt || isClosed ? 'seeMarks' : begunAt ? 'goOn' : 'begin';

const todayIs = () => dayOf(new Date());

/** The courses that are set for who looks, with how far each is and how it was done. */
export default async function LearningPage() {
  const actor = await requireActor('learning.work');
  const [t, attempts] = await Promise.all([getTranslations('learning'), listAttempts(actor)]);
  const today = todayIs();
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          can(actor, 'learning.set') ? <ButtonLink href={routes.courses()}>{t('manage')}</ButtonLink> : undefined
        }
      />
      <Panel title={t('mine')} flush={attempts.length > 0}>
        <DataTable<OwnAttempt>
          caption={t('mine')}
          captionHidden
          rows={attempts}
          rowKey={({ attemptId }) => attemptId}
          empty={
            <State kind="empty" title={t('none')}>
              {t('noneText')}
            </State>
          }
          columns={[
            {
              key: 'course',
              header: t('column.course'),
              rowHeader: true,
              className: 'min-w-40',
              cell: ({ title, setByName }) => (
                <>
                  <bdi translate="no">{title}</bdi>
                  <span className="block font-normal text-muted text-xs">
                    {t('setBy')} <bdi translate="no">{setByName}</bdi>
                  </span>
                </>
              ),
            },
            { key: 'kind', header: t('column.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
            {
              key: 'due',
              header: t('column.due'),
              cell: ({ dueOn, finishedAt, isClosed }) => (
                <span className="flex flex-wrap items-center gap-1">
                  <DateTime at={dueOn} show="date" />
                  {finishedAt ? <Badge tone="success">{t('finished')}</Badge> : null}
                  {isClosed && !finishedAt ? <Badge>{t('closed')}</Badge> : null}
                  {!finishedAt && !isClosed && dueOn < today ? <Badge tone="warning">{t('overdue')}</Badge> : null}
                </span>
              ),
            },
            {
              key: 'progress',
              header: t('column.progress'),
              numeric: true,
              cell: (one) => t('doneOf', { done: answered(one), cases: one.progress.cases }),
            },
            {
              key: 'hits',
              header: t('column.hits'),
              cell: ({ progress }) => <RateMark rate={progress.profile?.found ?? progress.marks.hits} />,
            },
            {
              key: 'falseAlarms',
              header: t('column.falseAlarms'),
              cell: ({ progress }) => <RateMark rate={progress.profile?.falseAlarms ?? progress.marks.falseAlarms} />,
            },
            {
              key: 'time',
              header: t('column.time'),
              numeric: true,
              cell: ({ progress }) => <TimeMark seconds={progress.marks.medianSeconds} />,
            },
            {
              key: 'go',
              header: t('column.go'),
              cell: (one) => (
                <ButtonLink size="sm" href={routes.attempt(one.attemptId)} prefetch={false}>
                  {t(wayOn(one))}{' '}
                  <span translate="no" className="sr-only">
                    {one.title}
                  </span>
                </ButtonLink>
              ),
            },
          ]}
        />
      </Panel>
    </>
  );
}
