import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { Callout } from '@/components/ui/callout';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { getAppeals } from '@/db/queries/appeals/get-appeals';
import { possible } from '@/lib/clearance/transitions';
import type { Actor } from '@/lib/identity/actor';
import { can } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { moneyText } from '@/lib/kernel/money';
import { askedAt } from '../../../statistics/_components/asked-at';
import { AppealDialog } from './_components/appeal-dialog';
import { AppealPanel } from './_components/appeal-panel';
import { lodgeAppealAction } from './actions';

type PageProps = { params: Promise<{ id: string }> };

/** Asked for by the title and by the page: one query a request. */
const find = cache((actor: Actor, id: string) => orNotFound(getAppeals(actor, id)));

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const [actor, { id }, t] = await Promise.all([requireActor('consignment.read'), params, getTranslations('appeal')]);
  return { title: t('title', { reference: (await find(actor, id)).reference }) };
}

/** The appeals against what was decided and charged of a consignment. */
export default async function AppealsPage({ params }: PageProps) {
  const actor = await requireActor('consignment.read');
  const [{ id }, t, tKind] = await Promise.all([
    params,
    getTranslations('appeal'),
    getTranslations('clearance.decisionKind'),
  ]);
  const { reference, status, currency, minorDigits, disputableMinor, decisions, appeals } = await find(actor, id);
  const mayAct = can(actor, 'appeal.lodge') && possible('appeal', status).ok;
  const nameOf = new Map(decisions.map(({ decisionId, kind }) => [decisionId, tKind(kind)]));
  const upheld = appeals.find(({ state }) => state === 'upheld');
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={t('title', { reference })}
        lead={t('lead')}
        back={{ href: routes.consignment(id), label: reference }}
        actions={
          mayAct && appeals.every(({ state }) => state !== 'open') ? (
            <AppealDialog
              form="lodge"
              variant="primary"
              action={lodgeAppealAction}
              fields={{ consignmentId: id }}
              choice={{
                name: 'decisionId',
                prompt: t('chargesAlone'),
                options: decisions.map(({ decisionId, kind, decidedAt, number }) => ({
                  value: decisionId,
                  label: `${tKind(kind)}, ${dayOf(new Date(decidedAt))}, ${number}`,
                })),
              }}
              amount={{ name: 'claimed', most: moneyText(disputableMinor, minorDigits), currency }}
              today={dayOf(askedAt())}
            />
          ) : null
        }
      />
      {upheld?.decisionId && status !== 'released' ? (
        <Callout tone="warning" title={t('upheldTitle')}>
          {t('upheldText')}
        </Callout>
      ) : null}
      {appeals.length === 0 ? (
        <Panel>
          <State kind="empty" title={t('none')}>
            {t('noneText')}
          </State>
        </Panel>
      ) : (
        appeals.map((appeal) => (
          <AppealPanel
            key={appeal.appealId}
            consignmentId={id}
            appeal={appeal}
            against={appeal.decisionId === null ? null : (nameOf.get(appeal.decisionId) ?? t('decision'))}
            minorDigits={minorDigits}
            mayAct={mayAct}
            mayDecide={can(actor, 'appeal.decide') && possible('decide_appeal', status).ok}
          />
        ))
      )}
    </div>
  );
}
