import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requireActor, requireSignedIn } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import { type AnsweredLook, listSecondLooks } from '@/db/queries/second-look/list-second-looks';
import { TakeLook } from './_components/take-look';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('secondLook'))('title') };
}

/** What waits for a second look in the office one works in, and what one answered. */
export default async function SecondLooksPage() {
  const actor = await requireActor('clearance.second_look');
  const { offices } = await requireSignedIn();
  const office = offices.find(({ id }) => id === actor.officeId);
  if (!office) notFound();
  const [t, looks] = await Promise.all([getTranslations('secondLook'), listSecondLooks(actor, office.id)]);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Panel
        title={t.rich('waiting', {
          count: looks.waiting,
          office: office.name,
          name: (parts) => <bdi translate="no">{parts}</bdi>,
        })}
        actions={
          looks.waiting > 0 || looks.inHand ? (
            <TakeLook office={office} inHand={looks.inHand?.reference ?? null} />
          ) : null
        }
      >
        <p className="text-sm">{t('waitingText')}</p>
      </Panel>
      <Panel title={t('answered.title')} flush={looks.answered.length > 0}>
        <DataTable<AnsweredLook>
          caption={t('answered.title')}
          captionHidden
          rows={looks.answered}
          rowKey={({ lookId }) => lookId}
          empty={
            <State kind="empty" title={t('answered.none')}>
              {t('answered.noneText')}
            </State>
          }
          columns={[
            {
              key: 'reference',
              header: t('answered.reference'),
              rowHeader: true,
              cell: ({ consignmentId, reference }) => (
                <TextLink href={routes.secondLook(consignmentId)} data>
                  {reference}
                </TextLink>
              ),
            },
            { key: 'at', header: t('answered.at'), cell: ({ answeredAt }) => <DateTime at={answeredAt} /> },
            { key: 'own', header: t('answered.own'), cell: ({ answer }) => t(`answer.${answer}`) },
            { key: 'first', header: t('answered.first'), cell: ({ firstChoice }) => t(`answer.${firstChoice}`) },
            {
              key: 'same',
              header: t('answered.same'),
              cell: ({ answer, firstChoice }) =>
                answer === 'no_view' ? (
                  '–'
                ) : (
                  <Badge tone={answer === firstChoice ? 'success' : 'warning'}>
                    {t(answer === firstChoice ? 'answered.same' : 'answered.differs')}
                  </Badge>
                ),
            },
          ]}
        />
      </Panel>
    </>
  );
}
