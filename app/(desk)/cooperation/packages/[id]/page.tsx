import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { TakeOverForm } from '@/components/cooperation/exchange-acts';
import { ExchangeFacts } from '@/components/cooperation/exchange-facts';
import { ItemTable } from '@/components/cooperation/item-table';
import { MatchPanel } from '@/components/cooperation/match-panel';
import { EXCHANGE_TONES, HANDLING_TONES } from '@/components/cooperation/tones';
import { PageHeader } from '@/components/shell/page-header';
import { Badge } from '@/components/ui/badge';
import { Callout } from '@/components/ui/callout';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { getExchange } from '@/db/queries/cooperation/get-exchange';
import { can } from '@/lib/identity/permissions';
import { takeOverAction } from '../../actions';
import { ExchangeActs } from './_components/exchange-acts';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireActor('cooperation.read');
  const { exchange, counterpart } = await orNotFound(getExchange(actor, (await params).id));
  const t = await getTranslations('cooperation');
  const { direction, kind, packageId } = exchange;
  const name = t('exchange.name', { direction, kind: t(`kind.${kind}`), name: counterpart.name });
  return { title: `${name} ${packageId.slice(0, 8)}` };
}

/** One package: what it says, what it holds, and what can be done with it. */
export default async function ExchangePage({ params }: Props) {
  const actor = await requireActor('cooperation.read');
  const view = await orNotFound(getExchange(actor, (await params).id));
  const t = await getTranslations('cooperation');
  const { exchange, counterpart, items, answerId } = view;
  const { direction, kind, state, handling, content } = exchange;
  const isOpen = direction === 'received' && state === 'checked' && can(actor, 'cooperation.prepare');
  const table = (
    <ItemTable
      rows={items}
      direction={direction}
      isOpen={isOpen}
      hrefOf={(of, id) => (of === 'profile' ? routes.profile(id) : routes.profileList(id))}
    />
  );
  return (
    <>
      <PageHeader
        title={t('exchange.name', { direction, kind: t(`kind.${kind}`), name: counterpart.name })}
        meta={
          <>
            <Badge tone={HANDLING_TONES[handling]}>{t(`handling.${handling}`)}</Badge>
            <Badge tone={EXCHANGE_TONES[state]}>{t(`state.exchange.${state}`)}</Badge>
          </>
        }
        lead={t(`handlingText.${handling}`)}
        back={{ href: routes.cooperation(), label: t('back') }}
        actions={<ExchangeActs actor={actor} view={view} />}
      />
      {state === 'prepared' && exchange.madeBy === actor.id ? <Callout tone="info">{t('exchange.own')}</Callout> : null}
      <Panel title={t('exchange.facts')}>
        <ExchangeFacts of={view} />
      </Panel>
      {content.kind === 'intelligence' ? (
        <Panel title={isOpen ? t('exchange.takeTitle') : t('exchange.items')} flush={!isOpen}>
          {isOpen ? (
            <TakeOverForm of={exchange} action={takeOverAction}>
              {table}
            </TakeOverForm>
          ) : (
            table
          )}
        </Panel>
      ) : (
        <MatchPanel of={view} hrefOf={routes.consignment} />
      )}
      <AnswerLinks answersTo={exchange.answersTo} answerId={answerId} />
    </>
  );
}

async function AnswerLinks({ answersTo, answerId }: { answersTo: string | null; answerId: string | null }) {
  const t = await getTranslations('cooperation.exchange');
  if (!answersTo && !answerId) return null;
  return (
    <p className="flex flex-wrap gap-4 text-sm">
      {answersTo ? <TextLink href={routes.exchange(answersTo)}>{t('requestLink')}</TextLink> : null}
      {answerId ? <TextLink href={routes.exchange(answerId)}>{t('answerLink')}</TextLink> : null}
    </p>
  );
}
