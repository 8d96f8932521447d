import { useFormatter, useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { Callout } from '@/components/ui/callout';
import { TextLink } from '@/components/ui/text-link';
import type { RefusedRecord } from '@/db/queries/intake/list-quarantine';

/** What became of a refused record that waits no more. */
export function Settled({ record }: { record: RefusedRecord }) {
  const t = useTranslations('quarantine.record');
  const format = useFormatter();
  if (record.state === 'open' || !record.settledAt) return null;
  const at = format.dateTime(new Date(record.settledAt), { dateStyle: 'medium', timeStyle: 'short' });
  const values = { name: record.settledByName ?? '', at };
  if (record.state === 'discarded')
    return (
      <Callout tone="info" title={t('settledDiscarded', values)}>
        <p translate="no">{record.discardReason}</p>
      </Callout>
    );
  const isMended = record.state === 'replayed';
  return (
    <Callout tone={isMended ? 'success' : 'info'} title={t(isMended ? 'settledReplayed' : 'settledSuperseded', values)}>
      {record.replayId ? <TextLink href={routes.submission(record.replayId)}>{t('seeReplay')}</TextLink> : null}
    </Callout>
  );
}
