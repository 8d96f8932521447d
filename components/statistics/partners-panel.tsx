import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { formatDecimal } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { Count, Percent } from '@/components/ui/quantity';
import { TextLink } from '@/components/ui/text-link';
import { meanScore, type PartnerSent, refusedShare, type Sent, sentInAll } from '@/lib/statistics/partner-data';

type PartnersPanelProps = {
  partners: readonly PartnerSent[];
  /** The scorecard of a partner; null where the reader may not open it. */
  hrefOf: (partnerId: string) => string | null;
};

/** Every partner with what it sent, what of it was refused and how good the data were, beside the period before. */
export function PartnersPanel({ partners, hrefOf }: PartnersPanelProps) {
  const t = useTranslations('dashboards.sent');
  const locale = useLocale();
  const hasBefore = partners.some(({ before }) => before !== null);
  const whole = sentInAll(partners);
  const score = (sent: Sent | null) => {
    const mean = sent && meanScore(sent);
    return mean === null ? '–' : formatDecimal(locale, mean.toFixed(1), 1);
  };
  const share = (sent: Sent) => {
    const refused = refusedShare(sent);
    return refused === null ? '–' : <Percent ratio={refused} />;
  };
  if (partners.length === 0)
    return (
      <Panel title={t('title.partners')} description={t('none')}>
        {null}
      </Panel>
    );
  return (
    <Panel title={t('title.partners')} description={t('note')} flush className="xl:col-span-2">
      <DataTable
        caption={t('title.partners')}
        captionHidden
        rows={partners}
        rowKey={({ partnerId }) => partnerId}
        maxHeight="32rem"
        columns={[
          {
            key: 'partner',
            header: t('partner'),
            rowHeader: true,
            cell: ({ partnerId, partnerName }) => {
              const href = hrefOf(partnerId);
              const name = <bdi translate="no">{partnerName}</bdi>;
              return href ? <TextLink href={href}>{name}</TextLink> : name;
            },
          },
          { key: 'records', header: t('records'), numeric: true, cell: ({ records }) => <Count value={records} /> },
          ...(hasBefore
            ? [
                {
                  key: 'before',
                  header: t('recordsBefore'),
                  numeric: true,
                  cell: ({ before }: PartnerSent) => <Count value={before?.records ?? 0} />,
                },
              ]
            : []),
          { key: 'refused', header: t('refused'), numeric: true, cell: ({ refused }) => <Count value={refused} /> },
          { key: 'share', header: t('share'), numeric: true, cell: share },
          { key: 'score', header: t('score'), numeric: true, cell: score },
          ...(hasBefore
            ? [
                {
                  key: 'scoreBefore',
                  header: t('scoreBefore'),
                  numeric: true,
                  cell: ({ before }: PartnerSent) => score(before),
                },
              ]
            : []),
        ]}
        footer={{
          partner: t('all'),
          records: <Count value={whole.records} />,
          ...(hasBefore
            ? { before: <Count value={partners.reduce((sum, { before }) => sum + (before?.records ?? 0), 0)} /> }
            : {}),
          refused: <Count value={whole.refused} />,
          share: share(whole),
          score: score(whole),
          ...(hasBefore ? { scoreBefore: score(sentInAll(partners.flatMap(({ before }) => before ?? []))) } : {}),
        }}
      />
    </Panel>
  );
}
