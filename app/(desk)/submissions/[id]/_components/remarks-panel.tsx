import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { useFindingWords } from '@/components/quality/finding-words';
import { DataTable } from '@/components/table/data-table';
import { Pagination } from '@/components/ui/pagination';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { RemarkedRow } from '@/db/queries/intake/list-remarked';
import type { RecordsPage } from '@/db/queries/intake/records-page';
import type { FindingCount } from '@/db/queries/quality/finding-count';
import { ProblemList } from './problem-list';

export type RemarksAsked = { readonly after: number; readonly code: string | null };

type RemarksPanelProps = {
  submissionId: string;
  format: string;
  page: RecordsPage<RemarkedRow>;
  asked: RemarksAsked;
  /** Remarks by rule and field, with the records they were made on. */
  findings: readonly FindingCount[];
  /** Where a sender looks a consignment up; officers open it at the desk. */
  isSender: boolean;
};

/** The records that were taken although something was remarked on them: all, or those of one rule. */
export function RemarksPanel({ submissionId, format, page, asked, findings, isSender }: RemarksPanelProps) {
  const t = useTranslations('submissions.remarked');
  const wordsOf = useFindingWords();
  const isBegun = asked.after === 0 && asked.code === null;
  // Of a large file some records were looked through: that none follows is known from what was found in all of it.
  if (isBegun && page.rows.length === 0 && (page.next === null || findings.length === 0)) return null;
  const codes = [...new Set(findings.map(({ code }) => code))];
  const at = (rule: string | null, remarks: number | null) =>
    `${routes.submission(submissionId, { rule, remarks })}#remarks`;
  const rules = [null, ...codes].map((code) => (
    <li key={code ?? ''}>
      <Rule href={at(code, null)} isCurrent={asked.code === code} words={code === null ? t('all') : wordsOf(code)} />
    </li>
  ));
  return (
    <Panel id="remarks" title={t('title')} description={t('text')} flush>
      {codes.length > 1 || asked.code !== null ? (
        <nav aria-label={t('byRule')} className="border-line border-b px-4 py-2 text-sm">
          <ul className="flex flex-wrap gap-x-4 gap-y-1 max-sm:hidden">{rules}</ul>
          {/* On a phone one line, so that the records are in sight. */}
          <details className="sm:hidden">
            <summary className="min-h-6 cursor-pointer">
              {t('byRule')}:{' '}
              <span className="font-semibold">{asked.code === null ? t('all') : wordsOf(asked.code)}</span>
            </summary>
            <ul className="mt-1 flex flex-col gap-1">{rules}</ul>
          </details>
        </nav>
      ) : null}
      <DataTable
        caption={t('title')}
        captionHidden
        rows={page.rows}
        rowKey={(row) => String(row.recordNumber)}
        empty={<p className="px-3 py-2 text-muted text-sm">{t('none')}</p>}
        columns={[
          {
            key: 'reference',
            header: t('reference'),
            rowHeader: true,
            cell: (row) => (
              <TextLink
                href={
                  isSender
                    ? routes.trackedConsignment(row.reference)
                    : routes.consignment(row.consignmentId, { from: routes.submission(submissionId) })
                }
                prefetch={isSender ? false : undefined}
                data
              >
                {row.reference}
              </TextLink>
            ),
          },
          { key: 'record', header: t('record'), numeric: true, cell: (row) => row.recordNumber },
          {
            key: 'remarks',
            header: t('remarks'),
            className: 'min-w-64',
            cell: (row) => <ProblemList problems={row.remarks} format={format} />,
          },
        ]}
      />
      <Pagination
        previousHref={asked.after > 0 ? at(asked.code, null) : undefined}
        nextHref={page.next === null ? undefined : at(asked.code, page.next)}
      />
    </Panel>
  );
}

function Rule({ href, isCurrent, words }: { href: string; isCurrent: boolean; words: string }) {
  return isCurrent ? (
    <span aria-current="true" className="font-semibold">
      {words}
    </span>
  ) : (
    <TextLink href={href}>{words}</TextLink>
  );
}
