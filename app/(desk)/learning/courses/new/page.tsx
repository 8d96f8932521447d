import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor, requireSignedIn } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { Panel } from '@/components/ui/panel';
import { listTrainees } from '@/db/queries/learning/list-trainees';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { CourseForm } from './_components/course-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('learning.form'))('title') };
}

/** Days a course is proposed to last. */
const DAYS = 14;

const dueOn = () => addDays(dayOf(new Date()), DAYS);

/** A new course for people of an office one supervises. */
export default async function NewCoursePage() {
  const actor = await requireActor('learning.set');
  const [{ offices }, t, tCourses, trainees] = await Promise.all([
    requireSignedIn(),
    getTranslations('learning.form'),
    getTranslations('learning.courses'),
    listTrainees(actor),
  ]);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} back={{ href: routes.courses(), label: tCourses('back') }} />
      <Panel>
        <CourseForm
          courseId={randomUUID()}
          offices={offices}
          officeId={actor.officeId ?? offices[0]?.id ?? ''}
          trainees={trainees}
          dueOn={dueOn()}
        />
      </Panel>
    </>
  );
}
