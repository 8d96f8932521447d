import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { Badge } from '@/components/ui/badge';
import { Callout } from '@/components/ui/callout';
import { Countdown } from '@/components/ui/countdown';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { Panel } from '@/components/ui/panel';
import { Decimal } from '@/components/ui/quantity';
import { viewHold } from '@/db/commands/agency/view-hold';
import { filesOfHold } from '@/db/queries/agency/files-of-hold';
import { getHold } from '@/db/queries/agency/get-hold';
import type { Actor } from '@/lib/identity/actor';
import { AnswerForm } from './_components/answer-form';
import { AnswersPanel } from './_components/answers-panel';
import { HeldFiles } from './_components/held-files';
import { HeldGoods } from './_components/held-goods';
import { RevealPersons } from './_components/reveal-persons';
import { answerHoldAction, openPaperAction, revealToAgencyAction } from './actions';

type Props = { params: Promise<{ consignmentId: string; holdId: string }> };

/** Asked for by the title and by the page: one query a request. */
const find = cache((actor: Actor, consignmentId: string, holdId: string) =>
  orNotFound(getHold(actor, consignmentId, holdId)),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [actor, { consignmentId, holdId }] = await Promise.all([requireActor('agency.read'), params]);
  return { title: (await find(actor, consignmentId, holdId)).reference };
}

/** Opens the hold and notes the look. */
async function open(actor: Actor, consignmentId: string, holdId: string) {
  const hold = await find(actor, consignmentId, holdId);
  await orNotFound(viewHold(actor, { consignmentId, holdId }));
  const files = await orNotFound(filesOfHold(actor, consignmentId, holdId));
  return { hold, files, now: new Date().toISOString() };
}

/** One hold as its agency sees it: what customs asks, the goods and declared facts, and the answer. */
export default async function HoldPage({ params }: Props) {
  const actor = await requireActor('agency.read');
  const { consignmentId, holdId } = await params;
  const { hold, files, now } = await open(actor, consignmentId, holdId);
  const [t, tClearance, tField, tWord] = await Promise.all([
    getTranslations('agency'),
    getTranslations('clearance'),
    getTranslations('consignment.field'),
    getTranslations('consignment.word'),
  ]);
  const { declared } = hold;
  const data = (term: string, value: string | null) => ({ term, value, data: true });
  return (
    <>
      <PageHeader
        title={<span translate="no">{hold.reference}</span>}
        back={{ href: routes.agencyHolds(), label: t('back') }}
        meta={<Badge tone={hold.isOpen ? 'warning' : 'neutral'}>{t(hold.isOpen ? 'hold.open' : 'hold.over')}</Badge>}
        actions={
          hold.isOpen ? (
            <RevealPersons consignmentId={consignmentId} holdId={holdId} action={revealToAgencyAction} />
          ) : null
        }
      />
      <div className="@container">
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 @min-[46rem]:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="flex min-w-0 flex-col gap-4">
            <Panel title={t('hold.question')}>
              <p className="mb-3 whitespace-pre-line">
                <bdi translate="no">{hold.question}</bdi>
              </p>
              <DescriptionList
                columns={2}
                items={[
                  { term: t('hold.ground'), value: tClearance(`holdGround.${hold.ground}`) },
                  data(t('office'), hold.officeName),
                  { term: t('hold.placedAt'), value: <DateTime at={hold.placedAt} /> },
                  {
                    term: t('due'),
                    value: (
                      <span className="flex flex-wrap gap-x-4">
                        <DateTime at={hold.dueAt} />
                        {hold.isOpen ? <Countdown dueAt={hold.dueAt} now={now} /> : null}
                      </span>
                    ),
                  },
                ]}
              />
            </Panel>
            <HeldGoods items={hold.items} isPart={hold.isPart} />
            {hold.isOpen ? (
              <HeldFiles
                consignmentId={consignmentId}
                reference={hold.reference}
                files={files}
                openPaper={openPaperAction}
              />
            ) : null}
            <Panel title={t('hold.declared')}>
              <DescriptionList
                columns={2}
                items={[
                  { term: tField('transaction_type'), value: tWord(`transaction_type.${declared.transactionType}`) },
                  { term: tField('channel'), value: tWord(`channel.${declared.channel}`) },
                  data(tField('dispatch_country'), declared.dispatchCountry),
                  data(t('hold.senderCountry'), declared.senderCountry),
                  data(t('hold.recipientCountry'), declared.recipientCountry),
                  data(tField('marketplace'), declared.marketplace),
                  data(tField('seller_name'), declared.sellerName),
                  {
                    term: tField('gross_mass_kg'),
                    value: declared.grossMassKg ? <Decimal value={declared.grossMassKg} unit="kg" /> : null,
                  },
                  { term: tField('expected_arrival_at'), value: <DateTime at={declared.expectedArrivalAt} /> },
                  data(tField('s10_id'), declared.s10Id),
                  data(tField('house_ref'), declared.houseRef),
                  data(tField('mrn'), declared.mrn),
                ]}
              />
            </Panel>
          </div>
          <aside aria-label={t('answer.title')} className="flex flex-col gap-4">
            {hold.isOpen ? (
              <Panel title={t('answer.title')}>
                <AnswerForm
                  key={hold.answers.length}
                  consignmentId={consignmentId}
                  holdId={holdId}
                  seenAnswers={hold.answers.length}
                  action={answerHoldAction}
                />
              </Panel>
            ) : (
              <Callout tone="info">{t('hold.closedText')}</Callout>
            )}
            {hold.answers.length > 0 ? <AnswersPanel answers={hold.answers} /> : null}
          </aside>
        </div>
      </div>
    </>
  );
}
