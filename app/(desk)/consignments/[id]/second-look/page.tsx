import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { requireActor } from '@/app/_server/actor';
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
import { LaneBadge } from '@/components/ui/lane-badge';
import { ScoreBadge } from '@/components/ui/score-badge';
import { hitsOfConsignment } from '@/db/queries/profile/hits-of';
import { matchesOfConsignment } from '@/db/queries/screening/matches-of';
import { getSecondLook } from '@/db/queries/second-look/get-second-look';
import type { Actor } from '@/lib/identity/actor';
import { can } from '@/lib/identity/permissions';
import { PicturesPanel } from '../_components/pictures-panel';
import { Proceedings } from '../_components/proceedings';
import { RevealDialog } from '../_components/reveal-dialog';
import { LookAnswered } from './_components/look-answered';
import { LookForm } from './_components/look-form';

type PageProps = { params: Promise<{ id: string }> };

/** Asked for by the title and by the page: one query a request. */
const find = cache((actor: Actor, id: string) => orNotFound(getSecondLook(actor, id)));

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const [actor, { id }, t] = await Promise.all([
    requireActor('clearance.second_look'),
    params,
    getTranslations('secondLook.page'),
  ]);
  return { title: t('title', { reference: (await find(actor, id)).reference }) };
}

/** A consignment as it stood before it was decided, and the question what one would have done; then what was done. */
export default async function SecondLookPage({ params }: PageProps) {
  const actor = await requireActor('clearance.second_look');
  const [{ id }, t, tLooks] = await Promise.all([
    params,
    getTranslations('secondLook.page'),
    getTranslations('secondLook'),
  ]);
  const look = await find(actor, id);
  const back = { href: routes.secondLooks(), label: tLooks('title') };
  const title = t.rich('heading', {
    reference: () => (
      <span className="font-mono" translate="no">
        {look.reference}
      </span>
    ),
  });
  if (look.state === 'answered') {
    return (
      <>
        <PageHeader title={title} back={back} />
        <LookAnswered own={look.own} first={look.first} consignmentId={id} />
      </>
    );
  }
  const { detail, unitValues, attachments, lookId, readAt, until } = look;
  const [hits, matches] = await orNotFound(
    Promise.all([hitsOfConsignment(actor, id), matchesOfConsignment(actor, id)]),
  );
  const [assessment] = detail.assessments;
  const grounds = new Set(assessment?.indicators.flatMap(({ pointers }) => pointers));
  return (
    <FieldLights>
      <div className="flex flex-col gap-4">
        <PageHeader
          title={title}
          lead={t('lead')}
          back={back}
          meta={
            <>
              <LaneBadge lane={detail.row.laneEffective} />
              <ScoreBadge score={detail.row.score} />
            </>
          }
        />
        <div className="@container">
          <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 @min-[45rem]:grid-cols-[minmax(0,1fr)_20rem]">
            <div className="flex min-w-0 flex-col gap-4">
              <Verdict detail={detail} hits={hits} />
              {matches.length > 0 ? <MatchesPanel consignmentId={id} matches={matches} dismiss={null} /> : null}
              {hits.length > 0 ? <ProfileHits hits={hits} partnerName={detail.row.partnerName} hrefOf={null} /> : null}
              <PicturesPanel
                detail={detail}
                attachments={attachments}
                mayAttach={false}
                mayReveal={can(actor, 'consignment.reveal')}
              />
              <GoodsTable detail={detail} grounds={grounds} />
              <UnitValuesPanel values={unitValues} />
              <PartiesPanel
                detail={detail}
                grounds={grounds}
                isErased={false}
                reveal={can(actor, 'consignment.reveal') ? <RevealDialog consignmentId={id} /> : null}
                linksHref={null}
              />
              <Proceedings detail={detail} attachments={attachments} now={readAt} />
              {assessment ? (
                <ChargesPanel assessment={assessment} corrected={detail.corrected} exciseGoods={detail.exciseGoods} />
              ) : null}
              <DeclaredPanel detail={detail} grounds={grounds} helpHref={`${routes.helpRecord()}#columns`} />
            </div>
            <aside aria-label={t('form')} className="@max-[45rem]:order-first @min-[45rem]:sticky @min-[45rem]:top-16">
              <LookForm consignmentId={id} lookId={lookId} until={until} />
            </aside>
          </div>
        </div>
      </div>
    </FieldLights>
  );
}
