import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button-link';
import { Callout } from '@/components/ui/callout';
import { Panel } from '@/components/ui/panel';
import { getAttempt } from '@/db/queries/learning/get-attempt';
import type { Actor } from '@/lib/identity/actor';
import { CaseScreen } from './_components/case-screen';
import { MarksPanel } from './_components/marks-panel';
import { NextCase } from './_components/next-case';
import { StepsTable } from './_components/steps-table';

type PageProps = {
  params: Promise<{ attempt: string }>;
  searchParams: Promise<{ case?: string | string[] }>;
};

/** Asked for by the title and by the page: one query a request. */
const find = cache((actor: Actor, id: string) => orNotFound(getAttempt(actor, id)));

export async function generateMetadata({ params }: Pick<PageProps, 'params'>): Promise<Metadata> {
  const [actor, { attempt }] = await Promise.all([requireActor('learning.work'), params]);
  return { title: (await find(actor, attempt)).title };
}

/** One's way through a course: what waits before the first case, the open case, one that was answered, or the marks. */
export default async function AttemptPage({ params, searchParams }: PageProps) {
  const actor = await requireActor('learning.work');
  const [{ attempt: id }, { case: wanted }, t] = await Promise.all([params, searchParams, getTranslations('learning')]);
  const attempt = await find(actor, id);
  const { progress, kind, plan, isClosed, finishedAt } = attempt;
  const { steps, cases } = progress;
  const open = isClosed ? undefined : steps.find(({ answered }) => !answered);
  const asked = steps.find(({ number, answered }) => answered && String(number) === wanted);
  const back = { href: routes.learning(), label: t('attempt.back') };
  if (kind === 'clearance') {
    const last = finishedAt || isClosed ? undefined : steps.at(-1);
    const step = asked ?? open ?? last;
    if (step) return <CaseScreen actor={actor} attempt={attempt} step={step} isOpenElsewhere={open !== undefined} />;
  }
  return (
    <>
      <PageHeader
        title={<bdi translate="no">{attempt.title}</bdi>}
        back={back}
        meta={<Badge tone="info">{t('attempt.practice')}</Badge>}
      />
      {isClosed ? (
        <Callout tone="info" title={t('attempt.closedTitle')}>
          {t('attempt.closedText')}
        </Callout>
      ) : null}
      {kind === 'profile' && open ? (
        <div>
          <ButtonLink href={routes.exercise(id)} variant="primary" prefetch={false}>
            {t('goOn')}
          </ButtonLink>
        </div>
      ) : steps.length > 0 ? (
        <>
          <MarksPanel progress={progress} />
          {kind === 'clearance' ? <StepsTable attemptId={id} steps={steps} /> : null}
        </>
      ) : isClosed ? null : (
        <Panel title={t('attempt.introTitle')}>
          <div className="flex max-w-prose flex-col gap-3 text-sm">
            <p>
              {kind === 'clearance' ? t('attempt.intro', { cases }) : t('attempt.introProfile', { slots: plan.slots })}
            </p>
            <div>
              <NextCase attemptId={id} after={0} label={t('attempt.start')} />
            </div>
          </div>
        </Panel>
      )}
    </>
  );
}
