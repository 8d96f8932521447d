import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { DescriptionList } from '@/components/ui/description-list';
import { formatInstant } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { PrintButton } from '@/components/ui/print-button';
import { getHandOver } from '@/db/queries/clearance/hand-overs';
import type { Actor } from '@/lib/identity/actor';
import { ContentPanels } from '../_components/content-panels';
import { HandOverState } from '../_components/hand-over-state';
import { Settle } from '../_components/settle';

type PageProps = { params: Promise<{ id: string }> };

/** Asked for by the title and by the page: one query a request. */
const find = cache((actor: Actor, id: string) => orNotFound(getHandOver(actor, id)));

async function titled({ params }: PageProps) {
  const [actor, { id }] = await Promise.all([requireActor('clearance.hand_over'), params]);
  const [handOver, t, locale] = await Promise.all([find(actor, id), getTranslations('handOver'), getLocale()]);
  const at = formatInstant(locale, new Date(handOver.writtenAt), 'datetime');
  return { handOver, t, title: t('titleOf', { name: handOver.writtenByName, at }) };
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: (await titled({ params })).title };
}

/** One hand-over as it was written, with the way to take it over; made to be printed. */
export default async function HandOverPage({ params }: PageProps) {
  const actor = await requireActor('clearance.hand_over');
  const { handOver, t, title } = await titled({ params });
  const { handOverId, confirmedAt, withdrawnAt, claimsGo, content, notes, left } = handOver;
  const isWaiting = !confirmedAt && !withdrawnAt;
  return (
    <>
      <PageHeader
        title={title}
        actions={
          <>
            <ButtonLink href={routes.handOvers()}>{t('back')}</ButtonLink>
            <PrintButton label={t('print')} />
          </>
        }
      />
      <Panel title={t('about')}>
        <div className="flex flex-col gap-3">
          <DescriptionList
            items={[
              { term: t('facts.state'), value: <HandOverState handOver={handOver} /> },
              { term: t('facts.what'), value: t(`scope.${handOver.ofUserId ? 'own' : 'office'}`) },
              { term: t('facts.where'), value: t(`claimsGo.${claimsGo}`) },
              ...(notes
                ? [{ term: t('notes'), value: <span className="whitespace-pre-wrap">{notes}</span>, data: true }]
                : []),
            ]}
          />
          {left && left.length > 0 ? <p className="text-sm">{t('left', { references: left.join(', ') })}</p> : null}
          {isWaiting ? (
            <Settle
              handOverId={handOverId}
              isOwn={handOver.writtenBy === actor.id}
              claims={content.counts.claimed}
              claimsGo={claimsGo}
            />
          ) : null}
        </div>
      </Panel>
      <ContentPanels content={content} from={routes.handOver(handOverId)} />
    </>
  );
}
