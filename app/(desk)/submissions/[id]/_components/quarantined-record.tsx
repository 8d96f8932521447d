import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/text-link';
import type { QuarantinedView } from '@/db/queries/intake/get-submission';
import { ProblemList } from './problem-list';

const RAW_CHARS = 2_000;

type QuarantinedRecordProps = {
  record: QuarantinedView;
  /** Of the file it came in. */
  format: string;
  /** Where it is mended; null for who may not. */
  mendHref: string | null;
};

/** A refused record, as it was sent where its rows are shown, with everything that is wrong with it and what became of it. */
export function QuarantinedRecord({ record, format, mendHref }: QuarantinedRecordProps) {
  const t = useTranslations('submissions.detail');
  const longest = Math.max(0, ...record.rows.map((row) => row.raw.length));
  const tState = useTranslations('quarantine.state');
  return (
    <article className="rounded-md border border-line p-3">
      <h3 className="font-semibold text-sm">
        {t('line', { line: record.line })}{' '}
        <span className="font-mono" translate="no">
          {record.reference}
        </span>
        {record.reference ? null : t('noReference')}
      </h3>
      <p className="flex flex-wrap items-center gap-3 py-1 text-sm">
        <Badge tone={record.state === 'open' ? 'warning' : record.state === 'replayed' ? 'success' : 'neutral'}>
          {tState(record.state)}
        </Badge>
        {mendHref ? <TextLink href={mendHref}>{record.state === 'open' ? t('mend') : t('seeRecord')}</TextLink> : null}
      </p>
      <ProblemList problems={record.problems} format={format} />
      {record.rows.length > 0 ? (
        <pre className="mt-2 whitespace-pre-wrap break-all rounded-sm bg-sunken p-2 font-mono text-xs" translate="no">
          {record.rows.map((row) => `${row.line}: ${row.raw.slice(0, RAW_CHARS)}`).join('\n')}
        </pre>
      ) : null}
      {longest > RAW_CHARS ? (
        <p className="mt-1 text-muted text-xs">{t('cut', { shown: RAW_CHARS, all: longest })}</p>
      ) : null}
    </article>
  );
}
