import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { DecideCounterpart, EndCounterpart, SetSecret } from '@/components/cooperation/counterpart-acts';
import { CounterpartFacts } from '@/components/cooperation/counterpart-facts';
import { standingOf } from '@/components/cooperation/counterpart-table';
import { ExchangeTable } from '@/components/cooperation/exchange-table';
import { COUNTERPART_TONES } from '@/components/cooperation/tones';
import { PageHeader } from '@/components/shell/page-header';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button-link';
import { Callout } from '@/components/ui/callout';
import { Panel } from '@/components/ui/panel';
import { getCounterpart } from '@/db/queries/cooperation/list-counterparts';
import { listExchanges } from '@/db/queries/cooperation/list-exchanges';
import { can } from '@/lib/identity/permissions';
import { decideCounterpartAction, endCounterpartAction, setSecretAction } from '../../actions';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireActor('cooperation.read');
  const { code, name } = await orNotFound(getCounterpart(actor, (await params).id));
  return { title: `${code} – ${name}` };
}

/** One administration: its key, the agreement, what can be done, and what went and came. */
export default async function CounterpartPage({ params }: Props) {
  const actor = await requireActor('cooperation.read');
  const { id } = await params;
  const counterpart = await orNotFound(getCounterpart(actor, id));
  const [t, exchanges] = await Promise.all([
    getTranslations('cooperation'),
    listExchanges(actor, { counterpartId: id }),
  ]);
  const { code, name, state, proposedBy, hasSecret, isInForce } = counterpart;
  const isOwn = proposedBy === actor.id;
  const mayDecide = can(actor, 'cooperation.decide');
  const mayPrepare = can(actor, 'cooperation.prepare') && isInForce;
  return (
    <>
      <PageHeader
        title={
          <span translate="no">
            {code} – {name}
          </span>
        }
        meta={
          <Badge tone={COUNTERPART_TONES[standingOf(counterpart)]}>
            {t(`state.counterpart.${standingOf(counterpart)}`)}
          </Badge>
        }
        lead={t('counterpart.lead')}
        back={{ href: routes.cooperation(), label: t('back') }}
        actions={
          <>
            {mayDecide && state === 'proposed' && !isOwn ? (
              <DecideCounterpart of={counterpart} action={decideCounterpartAction} />
            ) : null}
            {mayPrepare ? (
              <>
                <ButtonLink href={routes.preparePackage(id)} variant="primary">
                  {t('counterpart.prepare')}
                </ButtonLink>
                {hasSecret ? <ButtonLink href={routes.askForMatch(id)}>{t('counterpart.ask')}</ButtonLink> : null}
                <SetSecret of={counterpart} action={setSecretAction} />
              </>
            ) : null}
            {mayDecide && state === 'approved' ? (
              <EndCounterpart of={counterpart} action={endCounterpartAction} />
            ) : null}
          </>
        }
      />
      {state === 'proposed' && isOwn ? <Callout tone="info">{t('counterpart.own')}</Callout> : null}
      <Panel title={t('counterpart.facts')}>
        <CounterpartFacts of={counterpart} />
      </Panel>
      <Panel title={t('counterpart.packages')} flush={exchanges.rows.length > 0}>
        <ExchangeTable rows={exchanges.rows} hrefOf={routes.exchange} next={null} first={null} />
      </Panel>
    </>
  );
}
