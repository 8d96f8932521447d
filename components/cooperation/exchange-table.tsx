import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import type { ExchangeRow } from '@/db/queries/cooperation/list-exchanges';
import { EXCHANGE_TONES, HANDLING_TONES } from './tones';

type ExchangeTableProps = {
  rows: readonly ExchangeRow[];
  hrefOf: (id: string) => string;
  /** Where the earlier packages are, and where the latest. */
  next: string | null;
  first: string | null;
};

/** Packages that went and came, the latest first. */
export function ExchangeTable({ rows, hrefOf, next, first }: ExchangeTableProps) {
  const t = useTranslations('cooperation');
  return (
    <>
      <DataTable
        caption={t('packages.title')}
        captionHidden
        rows={rows}
        rowKey={({ exchangeId }) => exchangeId}
        empty={
          <State kind="empty" title={t('packages.none')}>
            {t('packages.noneText')}
          </State>
        }
        columns={[
          {
            key: 'purpose',
            header: t('packages.column.purpose'),
            rowHeader: true,
            className: 'min-w-48',
            cell: ({ exchangeId, purpose }) => (
              <TextLink href={hrefOf(exchangeId)} translate="no">
                {purpose}
              </TextLink>
            ),
          },
          {
            key: 'with',
            header: t('packages.column.with'),
            cell: ({ code, administration }) => (
              <span translate="no">
                {code} – {administration}
              </span>
            ),
          },
          {
            key: 'direction',
            header: t('packages.column.direction'),
            cell: ({ direction }) => t(`direction.${direction}`),
          },
          { key: 'kind', header: t('packages.column.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
          {
            key: 'handling',
            header: t('packages.column.handling'),
            cell: ({ handling }) => <Badge tone={HANDLING_TONES[handling]}>{t(`handling.${handling}`)}</Badge>,
          },
          {
            key: 'state',
            header: t('packages.column.state'),
            cell: ({ state }) => <Badge tone={EXCHANGE_TONES[state]}>{t(`state.exchange.${state}`)}</Badge>,
          },
          {
            key: 'expires',
            header: t('packages.column.expires'),
            cell: ({ expiresOn }) => <DateTime at={expiresOn} show="date" />,
          },
          {
            key: 'made',
            header: t('packages.column.made'),
            cell: ({ madeAt, madeByName }) => (
              <>
                <DateTime at={madeAt} />
                <span className="block text-muted text-xs" translate="no">
                  {madeByName}
                </span>
              </>
            ),
          },
        ]}
      />
      {next || first ? (
        <p className="flex flex-wrap gap-4 px-4 py-2 text-sm">
          {first ? <TextLink href={first}>{t('packages.latest')}</TextLink> : null}
          {next ? <TextLink href={next}>{t('packages.more')}</TextLink> : null}
        </p>
      ) : null}
    </>
  );
}
