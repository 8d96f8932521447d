import { useTranslations } from 'next-intl';
import type { QuarantinedView } from '@/db/queries/intake/get-submission';
import { ProblemList } from './problem-list';

const RAW_CHARS = 2_000;

/** A refused record as it was sent, with everything that is wrong with it. */
export function QuarantinedRecord({ record }: { record: QuarantinedView }) {
  const t = useTranslations('submissions.detail');
  const longest = Math.max(...record.rows.map((row) => row.raw.length));
  return (
    <article className="rounded-md border border-line p-3">
      <h3 className="font-semibold text-sm">
        {t('line', { line: record.line })}{' '}
        <span className="font-mono" translate="no">
          {record.reference}
        </span>
        {record.reference ? null : t('noReference')}
      </h3>
      <ProblemList problems={record.problems} />
      <pre className="mt-2 whitespace-pre-wrap break-all rounded-sm bg-sunken p-2 font-mono text-xs" translate="no">
        {record.rows.map((row) => `${row.line}: ${row.raw.slice(0, RAW_CHARS)}`).join('\n')}
      </pre>
      {longest > RAW_CHARS ? (
        <p className="mt-1 text-muted text-xs">{t('cut', { shown: RAW_CHARS, all: longest })}</p>
      ) : null}
    </article>
  );
}
