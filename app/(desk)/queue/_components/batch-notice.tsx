import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { AmountText } from '@/components/ui/money';
import { TextLink } from '@/components/ui/text-link';
import type { BatchLine } from '@/db/queries/clearance/together-batches';

/** What waits for a second person, and what left together lately: each leads to its page. */
export function BatchNotice({ batches }: { batches: readonly BatchLine[] }) {
  const t = useTranslations('queue.batch');
  const waiting = batches.filter(({ state }) => state === 'proposed');
  const lately = batches.filter(({ state }) => state !== 'proposed');
  if (batches.length === 0) return null;
  return (
    <div className="flex flex-col gap-2 pb-2 text-sm">
      {waiting.length > 0 ? (
        <Callout tone="info" title={t('waiting', { count: waiting.length })}>
          <BatchLinks batches={waiting} />
        </Callout>
      ) : null}
      {lately.length > 0 ? (
        <details>
          <summary className="cursor-pointer text-muted">{t('lately', { count: lately.length })}</summary>
          <div className="pt-1 pl-4">
            <BatchLinks batches={lately} />
          </div>
        </details>
      ) : null}
    </div>
  );
}

/** One line for each, leading to its page. */
export function BatchLinks({ batches }: { batches: readonly BatchLine[] }) {
  const t = useTranslations('queue.batch');
  return (
    <ul className="flex flex-col gap-1">
      {batches.map((batch) => (
        <li key={batch.batchId}>
          <TextLink href={routes.batch(batch.batchId)}>
            <DateTime at={batch.proposedAt} />
          </TextLink>{' '}
          {t.rich('line', {
            count: batch.count,
            score: batch.scoreHighest,
            name: batch.proposedByName,
            data: (text) => <bdi translate="no">{text}</bdi>,
          })}{' '}
          · <AmountText {...batch.value} />
          {batch.state === 'proposed' ? null : <span className="text-muted"> · {t(`state.${batch.state}`)}</span>}
        </li>
      ))}
    </ul>
  );
}
