import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { DeliveryState } from '@/lib/webhooks/told-kinds';

const TONES = { waiting: 'info', delivered: 'success', dead: 'danger', cancelled: 'neutral' } as const;

/** Where a delivery stands. */
export function DeliveryBadge({ state }: { state: DeliveryState }) {
  const t = useTranslations('webhooks.state');
  return <Badge tone={TONES[state]}>{t(state)}</Badge>;
}

type AnswerTextProps = { status: number | null; fault: string | null };

/** What came back: the status of the answer, or why none counts. */
export function AnswerText({ status, fault }: AnswerTextProps) {
  const t = useTranslations('webhooks');
  if (status === null && fault === null) return <span className="text-muted">{t('noAnswer')}</span>;
  return (
    <span>
      {status === null ? null : (
        <span className="font-mono" translate="no">
          {status}
        </span>
      )}
      {status !== null && fault !== null ? ' · ' : null}
      {fault === null ? null : t(`fault.${fault}`)}
    </span>
  );
}
