import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import { getAttempt, getExercise } from '@/db/queries/learning/get-attempt';
import { getCurrency } from '@/db/queries/policy/get-currency';
import type { Actor } from '@/lib/identity/actor';
import { PlantedTable } from '../_components/planted-table';
import { ExerciseEditor } from './_components/exercise-editor';

type PageProps = { params: Promise<{ attempt: string }> };

/** Asked for by the title and by the page: one query a request. */
const find = cache((actor: Actor, id: string) => orNotFound(getAttempt(actor, id)));

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const [actor, { attempt }, t] = await Promise.all([
    requireActor('learning.work'),
    params,
    getTranslations('learning.exercise'),
  ]);
  return { title: t('pageTitle', { title: (await find(actor, attempt)).title }) };
}

/** An exercise in writing profiles: the conditions, tried on what is known, and what is known with its results. */
export default async function ExercisePage({ params }: PageProps) {
  const actor = await requireActor('learning.work');
  const { attempt: id } = await params;
  const [t, attempt, { history, toCome, slots }, currency] = await Promise.all([
    getTranslations('learning'),
    find(actor, id),
    orNotFound(getExercise(actor, id)),
    getCurrency(),
  ]);
  const rows = [...history].sort((a, b) => Number(b.result !== 'conform') - Number(a.result !== 'conform'));
  return (
    <>
      <PageHeader
        title={<bdi translate="no">{attempt.title}</bdi>}
        lead={t('attempt.introProfile', { slots })}
        back={{ href: routes.attempt(id), label: t('exercise.back') }}
        meta={<Badge tone="info">{t('attempt.practice')}</Badge>}
      />
      <ExerciseEditor attemptId={id} currency={currency} codesHref={routes.profileCodes()} />
      <Panel
        title={t('exercise.history')}
        description={t('exercise.historyText', { count: history.length, toCome, slots })}
        flush
      >
        <PlantedTable caption={t('exercise.all')} rows={rows} maxHeight="28rem" />
      </Panel>
    </>
  );
}
