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
import { TextLink } from '@/components/ui/text-link';
import { type CourseView, listCourses } from '@/db/queries/learning/list-courses';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('learning.courses'))('title') };
}

/** Courses of the offices one supervises, and how far their trainees are. */
export default async function CoursesPage() {
  const actor = await requireActor('learning.set');
  const [t, tCourses, courses] = await Promise.all([
    getTranslations('learning'),
    getTranslations('learning.courses'),
    listCourses(actor),
  ]);
  return (
    <>
      <PageHeader
        title={tCourses('title')}
        lead={tCourses('lead')}
        back={{ href: routes.learning(), label: t('attempt.back') }}
        actions={
          <ButtonLink href={routes.newCourse()} variant="primary">
            {tCourses('new')}
          </ButtonLink>
        }
      />
      <Panel title={tCourses('title')} flush={courses.length > 0}>
        <DataTable<CourseView>
          caption={tCourses('title')}
          captionHidden
          rows={courses}
          rowKey={({ courseId }) => courseId}
          empty={
            <State kind="empty" title={tCourses('none')}>
              {tCourses('noneText')}
            </State>
          }
          columns={[
            {
              key: 'course',
              header: t('column.course'),
              rowHeader: true,
              className: 'min-w-40',
              cell: ({ courseId, title }) => (
                <TextLink href={routes.course(courseId)} translate="no">
                  {title}
                </TextLink>
              ),
            },
            { key: 'kind', header: t('column.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
            {
              key: 'office',
              header: t('column.office'),
              cell: ({ officeName }) => <bdi translate="no">{officeName}</bdi>,
            },
            { key: 'set', header: t('column.set'), cell: ({ setAt }) => <DateTime at={setAt} show="date" /> },
            { key: 'due', header: t('column.due'), cell: ({ dueOn }) => <DateTime at={dueOn} show="date" /> },
            {
              key: 'trainees',
              header: t('column.trainees'),
              cell: ({ trainees }) =>
                tCourses('progress', {
                  finished: trainees.filter(({ finishedAt }) => finishedAt).length,
                  trainees: trainees.length,
                }),
            },
            {
              key: 'state',
              header: t('column.state'),
              cell: ({ closedAt }) =>
                closedAt ? <Badge>{t('closed')}</Badge> : <Badge tone="success">{tCourses('open')}</Badge>,
            },
          ]}
        />
      </Panel>
    </>
  );
}
