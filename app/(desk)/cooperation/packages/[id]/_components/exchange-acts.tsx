import { getTranslations } from 'next-intl/server';
import { routes } from '@/app/_server/routes';
import { AnswerMatch, DecidePackage, ExchangeAct } from '@/components/cooperation/exchange-acts';
import { buttonClass } from '@/components/ui/button-class';
import type { ExchangeView } from '@/db/queries/cooperation/get-exchange';
import type { Actor } from '@/lib/identity/actor';
import { can } from '@/lib/identity/permissions';
import {
  answerMatchAction,
  declinePackageAction,
  decidePackageAction,
  endTakenAction,
  startMatchAction,
  withdrawPackageAction,
} from '../../../actions';

/** What the reader may do with a package as it stands. */
export async function ExchangeActs({ actor, view }: { actor: Actor; view: ExchangeView }) {
  const t = await getTranslations('cooperation.exchange');
  const { exchange, match, answerId } = view;
  const { exchangeId, rowVersion, contentSha256, state, direction, kind } = exchange;
  const of = { exchangeId, rowVersion };
  const mayPrepare = can(actor, 'cooperation.prepare');
  const isAsked = kind === 'match_request' && direction === 'received';
  if (direction === 'sent')
    return (
      <>
        {state === 'prepared' && can(actor, 'cooperation.decide') && exchange.madeBy !== actor.id ? (
          <DecidePackage of={{ exchangeId, contentSha256 }} action={decidePackageAction} />
        ) : null}
        {view.isFetchable && can(actor, 'cooperation.fetch') ? (
          // A file is no page: it is fetched whole, and every time on purpose.
          <a href={routes.exchangeFile(exchangeId)} download className={buttonClass({ variant: 'primary' })}>
            {t('fetch')}
          </a>
        ) : null}
        {mayPrepare && ['prepared', 'approved', 'sent'].includes(state) ? (
          <ExchangeAct of={of} act="withdraw" action={withdrawPackageAction} />
        ) : null}
      </>
    );
  return (
    <>
      {mayPrepare && isAsked && state === 'checked' ? (
        <ExchangeAct of={of} act="start" action={startMatchAction} />
      ) : null}
      {mayPrepare && isAsked && match?.state === 'done' && !answerId ? (
        <AnswerMatch of={of} action={answerMatchAction} />
      ) : null}
      {mayPrepare && state === 'checked' ? <ExchangeAct of={of} act="decline" action={declinePackageAction} /> : null}
      {mayPrepare && isAsked && state === 'taken_over' && !answerId ? (
        <ExchangeAct of={of} act="endMatch" action={endTakenAction} />
      ) : null}
      {mayPrepare && kind === 'intelligence' && state === 'taken_over' ? (
        <ExchangeAct of={of} act="endTaken" action={endTakenAction} />
      ) : null}
    </>
  );
}
