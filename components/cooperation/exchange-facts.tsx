import { useTranslations } from 'next-intl';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import type { ExchangeView } from '@/db/queries/cooperation/get-exchange';

/** What a package says of itself, and who did what with it. */
export function ExchangeFacts({ of: { exchange } }: { of: ExchangeView }) {
  const t = useTranslations('cooperation');
  const by = (name: string | null, at: Date | null) =>
    name && at ? (
      <>
        <span translate="no">{name}</span>, <DateTime at={at} />
      </>
    ) : null;
  const digest = (text: string | null) =>
    text ? (
      <code translate="no" className="break-all font-mono text-xs">
        {text}
      </code>
    ) : null;
  const { content, direction } = exchange;
  return (
    <DescriptionList
      columns={2}
      items={[
        { term: t('exchange.purpose'), value: content.purpose, data: true },
        { term: t('exchange.basis'), value: content.legalBasis, data: true },
        { term: t('exchange.caveats'), value: exchange.caveats.map((one) => t(`caveat.${one}`)).join(' · ') },
        { term: t('exchange.expires'), value: <DateTime at={exchange.expiresOn} show="date" /> },
        { term: t('exchange.issued'), value: <DateTime at={content.issuedAt} /> },
        { term: t('exchange.packageId'), value: digest(exchange.packageId) },
        {
          term: t(direction === 'sent' ? 'exchange.prepared' : 'exchange.received'),
          value: by(exchange.madeByName, exchange.madeAt),
        },
        { term: t('exchange.decided'), value: by(exchange.decidedByName, exchange.decidedAt) },
        { term: t('exchange.reason'), value: exchange.endReason ?? exchange.decisionNote, data: true },
        { term: t('exchange.ended'), value: by(exchange.endedByName, exchange.endedAt) },
        { term: t('exchange.contentSha256'), value: digest(exchange.contentSha256) },
        { term: t('exchange.fileSha256'), value: digest(exchange.fileSha256) },
      ]}
    />
  );
}
