import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/text-link';
import type { QuarantinedView } from '@/db/queries/intake/get-submission';
import type { Problem } from '@/lib/kernel/problem';
import { beginningOf } from '@/lib/kernel/storable';
import { ProblemList } from './problem-list';

/** Characters of one row, and of all rows of a record, that stand on the page: browsers cut longer texts in pieces. */
const RAW_CHARS = 2_000;
const RECORD_CHARS = 20_000;

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
  const rows = record.rows.map((row) => `${row.line}: ${beginningOf(row.raw, RAW_CHARS)}`);
  const shown = beginningOf(rows.join('\n'), RECORD_CHARS);
  const chars = record.rows.reduce((sum, { raw }) => sum + raw.length, 0);
  const isCut = rows.join('\n').length > RECORD_CHARS || record.rows.some(({ raw }) => raw.length > RAW_CHARS);
  const faults = record.problems.filter(({ severity }) => severity === 'error');
  const remarks = record.problems.filter(({ severity }) => severity === 'warning');
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
      <Kind title={t('faults', { count: faults.length })} problems={faults} format={format} />
      <Kind title={t('remarks', { count: remarks.length })} problems={remarks} format={format} />
      {record.rows.length > 0 ? (
        <pre className="mt-2 whitespace-pre-wrap break-all rounded-sm bg-sunken p-2 font-mono text-xs" translate="no">
          {shown}
        </pre>
      ) : null}
      {isCut ? <p className="mt-1 text-muted text-xs">{t('cut', { all: chars })}</p> : null}
    </article>
  );
}

/** What refused the record, or what was only remarked on it. */
function Kind({ title, problems, format }: { title: string; problems: readonly Problem[]; format: string }) {
  return problems.length === 0 ? null : (
    <section className="pt-1">
      <h4 className="font-semibold text-sm">{title}</h4>
      <ProblemList problems={problems} format={format} />
    </section>
  );
}
