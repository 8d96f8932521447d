import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { ChargeText } from '@/components/consignment/charge-text';
import { ChargesPanel } from '@/components/consignment/charges-panel';
import { WithdrawnCallout } from '@/components/consignment/withdrawn-callout';
import { PageHeader } from '@/components/shell/page-header';
import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { groupDecimals } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { trackConsignment } from '@/db/commands/consignment/track-consignment';
import { listResponses, type ResponseRow } from '@/db/queries/answers/consignment-responses';
import { waitingUnder } from '@/db/queries/intake/waiting-under';
import type { ToldStatus } from '@/lib/clearance/told-status';
import type { Actor } from '@/lib/identity/actor';
import { can } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';
import { openReasons } from '@/lib/revenue/open-charges';
import { ToldBadge } from '../_components/tracked-lists';
import { AnswerForm } from './_components/answer-form';
import { LodgedGoods } from './_components/lodged-goods';
import { OwnAttachments } from './_components/own-attachments';
import { OwnQuestion } from './_components/own-question';
import { ResponsesPanel } from './_components/responses-panel';
import { WaitingRecord } from './_components/waiting-record';
import { answerAction } from './actions';

type Props = { params: Promise<{ reference: string }> };

/** The reference is the one of the address, whether there is such a consignment or not: a title tells of nothing. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).reference) };
}

/** One consignment as its partner may know it: standing, holds, questions and charges, never how it was judged. */
export default async function TrackedConsignmentPage({ params }: Props) {
  const actor = await requireActor('consignment.track');
  const reference = decodeURIComponent((await params).reference);
  const [t, tClearance, locale] = await Promise.all([
    getTranslations('tracking'),
    getTranslations('clearance'),
    getLocale(),
  ]);
  const back = { href: routes.tracking(), label: t('back') };
  const tracked = await trackConsignment(actor, reference).catch(nothing);
  // Read after the decision was told, so that the answers tell it as well.
  const [responses, waiting] = await Promise.all([
    answersOn(actor, reference),
    can(actor, 'intake.mend') ? waitingUnder(actor, reference) : null,
  ]);
  if (!tracked && responses.length > 0) {
    return (
      <>
        <PageHeader title={<span translate="no">{reference}</span>} back={back} />
        <div className="flex max-w-3xl flex-col gap-4">
          <WaitingRecord waiting={waiting} isOnly />
          <ResponsesPanel reference={reference} rows={responses} />
        </div>
      </>
    );
  }
  if (!tracked) {
    return (
      <>
        <PageHeader title={t('title')} back={back} />
        <State kind="none-match" title={t('none')}>
          {t('noneText')}
        </State>
      </>
    );
  }
  const { currency, open, notDueBecause } = tracked.charges;
  const amount = (text: string | null, ...charges: readonly ('duty' | 'vat')[]) => (
    <ChargeText
      value={{ amount: text ?? '0', currency }}
      open={text === null ? [...new Set(charges.flatMap((charge) => openReasons(open, charge)))] : []}
    />
  );
  return (
    <>
      <PageHeader
        title={<span translate="no">{tracked.reference}</span>}
        back={back}
        meta={<ToldBadge status={tracked.status} />}
      />
      <div className="flex max-w-3xl flex-col gap-4">
        <WaitingRecord waiting={waiting} isOnly={false} />
        {tracked.withdrawn ? (
          <WithdrawnCallout
            withdrawal={tracked.withdrawn}
            lead={t(`withdrawn.${tracked.withdrawn.by}`)}
            text={t('withdrawn.text')}
          />
        ) : null}
        {tracked.payment ? (
          <Callout tone="warning" title={t(`unpaid.${tracked.payment.waitsFor}.title`)}>
            {t(`unpaid.${tracked.payment.waitsFor}.text`, {
              amount: groupDecimals(locale, { amount: tracked.payment.amount }).amount ?? '',
              currency: tracked.payment.currency,
            })}{' '}
            <span translate="no" className="font-mono">
              {tracked.payment.reference}
            </span>
          </Callout>
        ) : null}
        {isNotReleased(tracked.status) ? (
          <Callout tone="warning" title={t(`decided.${tracked.status}.title`)}>
            {t(`decided.${tracked.status}.text`)}
          </Callout>
        ) : null}
        <Panel title={t('summary')}>
          <DescriptionList
            items={[
              { term: t('version'), value: String(tracked.version) },
              ...(tracked.releasedAt ? [{ term: t('releasedAt'), value: <DateTime at={tracked.releasedAt} /> }] : []),
              ...(notDueBecause === null
                ? [
                    { term: t('basis'), value: t(`basisIs.${tracked.charges.basis}`) },
                    { term: t('duty'), value: amount(tracked.charges.duty, 'duty') },
                    { term: t('vat'), value: amount(tracked.charges.vat, 'vat') },
                    { term: t('total'), value: amount(tracked.charges.total, 'duty', 'vat') },
                    ...(tracked.charges.exciseGoods.length > 0 ? [{ term: t('excise'), value: t('exciseOnTop') }] : []),
                  ]
                : [{ term: t('total'), value: t(`notDue.${notDueBecause}`) }]),
            ]}
          />
        </Panel>
        <LodgedGoods items={tracked.items} />
        <OwnAttachments
          reference={tracked.reference}
          attachments={tracked.attachments}
          mayAttach={tracked.status !== 'withdrawn'}
        />
        <Panel title={t('holds')}>
          {tracked.holds.length === 0 ? (
            <p className="text-muted text-sm">{t('noHolds')}</p>
          ) : (
            <ul className="text-sm">
              {tracked.holds.map((hold) => (
                <li key={`${hold.ground} ${hold.placedAt}`}>
                  {tClearance(`holdGround.${hold.ground}`)} <DateTime at={hold.placedAt} />
                </li>
              ))}
            </ul>
          )}
        </Panel>
        <Panel title={t('questions')}>
          {tracked.referrals.length === 0 ? <p className="text-muted text-sm">{t('noQuestions')}</p> : null}
          <div className="flex flex-col gap-6">
            {tracked.referrals.map((question) => (
              <OwnQuestion
                key={question.referralId}
                question={question}
                tracked={tracked}
                form={
                  <AnswerForm
                    consignmentId={tracked.consignmentId}
                    referralId={question.referralId}
                    action={answerAction}
                  />
                }
              />
            ))}
          </div>
        </Panel>
        {notDueBecause !== null ? null : (
          <ChargesPanel
            assessment={{
              chargeLines: tracked.charges.lines,
              customsValue: { amount: tracked.charges.customsValue ?? '0', currency },
            }}
            exciseGoods={tracked.charges.exciseGoods}
          />
        )}
        <ResponsesPanel reference={reference} rows={responses} />
      </div>
    </>
  );
}

async function answersOn(actor: Actor, reference: string): Promise<readonly ResponseRow[]> {
  return (await listResponses(actor, reference).catch(nothing)) ?? [];
}

/** What is not found is nothing; every other fault goes on to the error page. */
function nothing(error: unknown): null {
  if (error instanceof NotFoundError) return null;
  throw error;
}

type NotReleased = Exclude<ToldStatus, 'released' | 'under_control' | 'awaiting_payment' | 'withdrawn'>;

/** Whether customs decided otherwise than by a release. */
function isNotReleased(status: ToldStatus): status is NotReleased {
  return status !== 'released' && status !== 'under_control' && status !== 'awaiting_payment' && status !== 'withdrawn';
}
