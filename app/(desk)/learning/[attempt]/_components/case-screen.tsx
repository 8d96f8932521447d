import { getTranslations } from 'next-intl/server';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { ChargesPanel } from '@/components/consignment/charges-panel';
import { DeclaredPanel } from '@/components/consignment/declared-panel';
import { FieldLights } from '@/components/consignment/field-lights';
import { GoodsTable } from '@/components/consignment/goods-table';
import { MatchesPanel } from '@/components/consignment/matches-panel';
import { PartiesPanel } from '@/components/consignment/parties-panel';
import { ProfileHits } from '@/components/consignment/profile-hits';
import { UnitValuesPanel } from '@/components/consignment/unit-values-panel';
import { Verdict } from '@/components/consignment/verdict';
import { PageHeader } from '@/components/shell/page-header';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button-link';
import { LaneBadge } from '@/components/ui/lane-badge';
import { ScoreBadge } from '@/components/ui/score-badge';
import { type AttemptView, getCase } from '@/db/queries/learning/get-attempt';
import type { Step } from '@/db/queries/learning/load-progress';
import type { Actor } from '@/lib/identity/actor';
import { AnswerPanel } from './answer-panel';
import { NextCase } from './next-case';
import { TraineeDesk } from './trainee-desk';

type CaseScreenProps = {
  actor: Actor;
  attempt: AttemptView;
  step: Step;
  /** Another case is open while an answered one is looked at. */
  isOpenElsewhere: boolean;
};

/** A case on the very panels of the page of a consignment, with what to do, or with what was done and what is true. */
export async function CaseScreen({ actor, attempt, step, isOpenElsewhere }: CaseScreenProps) {
  const { attemptId, title, progress, finishedAt, isClosed } = attempt;
  const [t, shown] = await Promise.all([
    getTranslations('learning'),
    orNotFound(getCase(actor, attemptId, step.number)),
  ]);
  const { detail, unitValues, hits, matches } = shown;
  const [assessment] = detail.assessments;
  const grounds = new Set(assessment?.indicators.flatMap(({ pointers }) => pointers));
  return (
    <FieldLights>
      <div className="flex flex-col gap-4">
        <PageHeader
          title={t.rich('attempt.caseHeading', {
            title,
            reference: () => (
              <span className="font-mono" translate="no">
                {detail.row.reference}
              </span>
            ),
            name: (parts) => <bdi translate="no">{parts}</bdi>,
          })}
          lead={t('attempt.lead', { number: step.number, cases: progress.cases })}
          back={{ href: routes.learning(), label: t('attempt.back') }}
          meta={
            <>
              <LaneBadge lane={detail.row.laneEffective} />
              <ScoreBadge score={detail.row.score} />
              <Badge tone="info">{t('attempt.practice')}</Badge>
            </>
          }
        />
        <div className="@container">
          <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 @min-[45rem]:grid-cols-[minmax(0,1fr)_20rem]">
            <div className="flex min-w-0 flex-col gap-4">
              <Verdict detail={detail} hits={hits} />
              {matches.length > 0 ? (
                <MatchesPanel consignmentId={detail.row.consignmentId} matches={matches} dismiss={null} />
              ) : null}
              {hits.length > 0 ? <ProfileHits hits={hits} partnerName={detail.row.partnerName} hrefOf={null} /> : null}
              <GoodsTable detail={detail} grounds={grounds} />
              <UnitValuesPanel values={unitValues} />
              <PartiesPanel detail={detail} grounds={grounds} reveal={null} isErased={false} linksHref={null} />
              {assessment ? <ChargesPanel assessment={assessment} exciseGoods={detail.exciseGoods} /> : null}
              <DeclaredPanel detail={detail} grounds={grounds} helpHref={`${routes.helpRecord()}#columns`} />
            </div>
            <aside
              aria-label={t('attempt.desk')}
              className="flex flex-col gap-4 @max-[45rem]:order-first @min-[45rem]:sticky @min-[45rem]:top-16 @min-[45rem]:max-h-[calc(100dvh-5rem)] @min-[45rem]:overflow-y-auto"
            >
              {step.answered ? (
                <AnswerPanel answered={step.answered} indicators={assessment?.indicators ?? []}>
                  {finishedAt || isClosed ? (
                    <ButtonLink href={routes.attempt(attemptId)} variant="primary">
                      {t('attempt.marks')}
                    </ButtonLink>
                  ) : isOpenElsewhere ? (
                    <ButtonLink href={routes.attempt(attemptId)} variant="primary">
                      {t('attempt.toOpen')}
                    </ButtonLink>
                  ) : (
                    <NextCase attemptId={attemptId} after={step.number} label={t('attempt.next')} />
                  )}
                </AnswerPanel>
              ) : (
                <TraineeDesk key={step.number} attemptId={attemptId} number={step.number} />
              )}
            </aside>
          </div>
        </div>
      </div>
    </FieldLights>
  );
}
