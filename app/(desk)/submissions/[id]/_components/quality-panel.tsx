import { useTranslations } from 'next-intl';
import { FindingTable } from '@/components/quality/finding-table';
import { QualityScore } from '@/components/quality/quality-score';
import { QualitySpread } from '@/components/quality/quality-spread';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { Stat, StatRow } from '@/components/ui/stat';
import type { SubmissionQuality } from '@/db/queries/quality/get-submission-quality';

type QualityPanelProps = {
  quality: SubmissionQuality;
  /** Records in quarantine. */
  refused: number;
  exampleHref: ((reference: string) => string) | undefined;
};

/** What refused records before what stopped none. */
const KINDS = ['error', 'warning'] as const;

/** How good the data of a submission are: mean, spread and what was found in how many records. */
export function QualityPanel({ quality, refused, exampleHref }: QualityPanelProps) {
  const { average, records, bands, findings, further } = quality;
  const t = useTranslations('quality.submission');
  return (
    <Panel title={t('title')} description={t('text')}>
      {average === null ? (
        <p className="text-muted text-sm">{t('pending')}</p>
      ) : (
        <div className="flex flex-col gap-4">
          <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
            <StatRow>
              <Stat label={t('average')} value={<QualityScore score={average} digits={1} />} />
              <Stat label={t('records')} value={<Count value={records} />} />
            </StatRow>
            <QualitySpread bands={bands} caption={t('title')} />
          </div>
          {findings.length === 0 ? <p className="text-muted text-sm">{t('none')}</p> : null}
          {KINDS.map((kind) => {
            const ofKind = findings.filter(({ severity }) => severity === kind);
            return ofKind.length === 0 ? null : (
              <section key={kind} className="flex flex-col gap-2">
                <h3>{t(`kind.${kind}`, { refused })}</h3>
                <p className="text-muted text-sm">{t(`kindText.${kind}`)}</p>
                <FindingTable
                  caption={t(`kind.${kind}`, { refused })}
                  findings={ofKind}
                  of={records}
                  hrefOf={exampleHref}
                />
                {further[kind] > 0 ? (
                  <p className="text-muted text-sm">{t('further', { count: further[kind] })}</p>
                ) : null}
              </section>
            );
          })}
        </div>
      )}
    </Panel>
  );
}
