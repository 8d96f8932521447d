import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { Money } from '@/components/ui/money';
import { Panel } from '@/components/ui/panel';
import type { AccountRefunds, RefundLine } from '@/db/queries/collection/list-refunds';
import { SettleRefund } from './settle-refund';

type RefundsPanelProps = {
  refunds: AccountRefunds;
  accountId: string;
  currency: string;
  minorDigits: number;
  maySettle: boolean;
};

/** What was paid back, and what waits for a second person. */
export function RefundsPanel({ refunds, accountId, currency, minorDigits, maySettle }: RefundsPanelProps) {
  const t = useTranslations('collection.refund');
  return (
    <Panel title={t('listTitle')} flush>
      <ul>
        {refunds.lines.map((line) => (
          <li
            key={line.refundId}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 border-line border-b px-4 py-3 text-sm last:border-b-0"
          >
            <p>
              <bdi translate="no" className="font-medium">
                {line.payee}
              </bdi>{' '}
              <span translate="no" className="font-mono text-muted text-xs">
                {line.iban}
              </span>
            </p>
            <p className="text-right font-semibold">
              <Money minor={line.amountMinor} currency={currency} exponent={minorDigits} />
            </p>
            <p className="col-span-2 text-muted">
              <bdi>{line.reason}</bdi>. {t('askedBy', { name: line.askedByName })}{' '}
              <DateTime at={line.askedAt.toISOString()} />
            </p>
            <div className="col-span-2">
              <Settled line={line} />
              {line.settled === null && maySettle && !line.isOwn ? (
                <SettleRefund refundId={line.refundId} accountId={accountId} />
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Settled({ line: { settled, isOwn } }: { line: RefundLine }) {
  const t = useTranslations('collection.refund');
  if (settled === null) {
    return (
      <p>
        <Badge tone="warning">{t('waits')}</Badge> {isOwn ? t('waitsOwn') : ''}
      </p>
    );
  }
  const isPaid = settled.verdict === 'confirm';
  return (
    <p>
      <Badge tone={isPaid ? 'success' : 'neutral'}>{t(isPaid ? 'isPaid' : 'isRejected')}</Badge>{' '}
      <span className="text-muted">
        {t('settledBy', { name: settled.name })} <DateTime at={settled.at.toISOString()} />
        {settled.note ? (
          <>
            : <bdi>{settled.note}</bdi>
          </>
        ) : null}
      </span>
    </p>
  );
}
