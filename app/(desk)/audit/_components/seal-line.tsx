import { useTranslations } from 'next-intl';
import { DateTime } from '@/components/ui/date-time';
import type { SealState } from '@/db/queries/audit/last-head';

/** How far the log is sealed, and under which head: to hold against the one kept elsewhere. */
export function SealLine({ last, waiting }: SealState) {
  const t = useTranslations('audit.seal');
  return (
    <p className="max-w-prose text-muted text-sm">
      {last ? (
        <>
          {t.rich('last', {
            number: last.number,
            at: () => <DateTime at={last.sealedAt} show="seconds" />,
            head: () => (
              <span translate="no" className="wrap-anywhere font-mono text-xs">
                {last.head}
              </span>
            ),
          })}{' '}
        </>
      ) : null}
      {t('waiting', { count: waiting })}
    </p>
  );
}
