import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { PageHeader } from '@/components/shell/page-header';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { State } from '@/components/ui/state';
import { getCourse, type TraineeProgress } from '@/db/queries/learning/list-courses';
import type { Actor } from '@/lib/identity/actor';
import { RateMark, TimeMark } from '../../_components/mark-text';
import { closeCourseAction } from '../../actions';

type PageProps = { params: Promise<{ course: string }> };

/** Asked for by the title and by the page: one query a request. */
const find = cache((actor: Actor, id: string) => orNotFound(getCourse(actor, id)));

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const [actor, { course }] = await Promise.all([requireActor('learning.set'), params]);
  return { title: (await find(actor, course)).title };
}

/** A course: how far each trainee is and how it is done, how its cases were chosen, and its end. */
export default async function CoursePage({ params }: PageProps) {
  const actor = await requireActor('learning.set');
  const [{ course: id }, t, tCourse] = await Promise.all([
    params,
    getTranslations('learning'),
    getTranslations('learning.course'),
  ]);
  const course = await find(actor, id);
  const { plan, kind, trainees } = course;
  const stateOf = ({ begunAt, finishedAt }: TraineeProgress) =>
    finishedAt ? (
      <Badge tone="success">{t('finished')}</Badge>
    ) : (
      <Badge tone={begunAt ? 'info' : 'neutral'}>{tCourse(begunAt ? 'underWay' : 'notBegun')}</Badge>
    );
  return (
    <>
      <PageHeader
        title={<bdi translate="no">{course.title}</bdi>}
        back={{ href: routes.courses(), label: t('courses.back') }}
        meta={course.closedAt ? <Badge>{t('closed')}</Badge> : undefined}
        actions={
          course.closedAt ? undefined : (
            <ReasonDialog
              trigger={<Button variant="danger">{tCourse('close')}</Button>}
              title={tCourse('close')}
              description={tCourse('closeText')}
              submit={tCourse('close')}
              done={tCourse('closeDone')}
              isDanger
              action={closeCourseAction}
              fields={{ courseId: id, rowVersion: String(course.rowVersion) }}
            />
          )
        }
      />
      <Panel title={tCourse('trainees')} flush={trainees.length > 0}>
        <DataTable<TraineeProgress>
          caption={tCourse('trainees')}
          captionHidden
          rows={trainees}
          empty={
            <State kind="empty" title={tCourse('forgotten')}>
              {tCourse('forgottenText')}
            </State>
          }
          rowKey={({ attemptId }) => attemptId}
          columns={[
            {
              key: 'trainee',
              header: t('column.trainee'),
              rowHeader: true,
              cell: ({ userName }) => <bdi translate="no">{userName}</bdi>,
            },
            { key: 'state', header: t('column.state'), cell: stateOf },
            {
              key: 'progress',
              header: t('column.progress'),
              numeric: true,
              cell: ({ progress }) =>
                t('doneOf', {
                  done: progress.steps.filter(({ answered }) => answered).length,
                  cases: progress.cases,
                }),
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
          ]}
        />
      </Panel>
      <Panel title={tCourse('plan')}>
        <DescriptionList
          columns={2}
          items={[
            { term: t('column.kind'), value: t(`kind.${kind}`) },
            { term: t('column.office'), value: course.officeName, data: true },
            { term: tCourse('source'), value: t(`source.${plan.source}`) },
            ...(kind === 'clearance'
              ? [
                  { term: tCourse('cases'), value: <Count value={plan.cases} /> },
                  { term: tCourse('prevalence'), value: `${plan.prevalencePercent} %` },
                  {
                    term: tCourse('practised'),
                    value: plan.practised.map((result) => t(`result.${result}`)).join(', '),
                  },
                ]
              : [{ term: tCourse('slots'), value: <Count value={plan.slots} /> }]),
            { term: tCourse('seed'), value: String(plan.seed), data: true },
            { term: t('column.due'), value: <DateTime at={course.dueOn} show="date" /> },
            { term: t('setBy'), value: course.setByName, data: true },
          ]}
        />
      </Panel>
    </>
  );
}
