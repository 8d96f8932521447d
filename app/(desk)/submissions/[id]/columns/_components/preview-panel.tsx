'use client';

import { useTranslations } from 'next-intl';
import { type Column, DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { Callout } from '@/components/ui/callout';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import type { PreviewLine } from '@/lib/intake/preview-lines';
import type { Shown } from './mapping-form';

const GOODS_SHOWN = 2;

/** The first records as they would be read now, each with what the intake would say of it. */
export function PreviewPanel({ shown: { lines, fileSentences }, isPending }: { shown: Shown; isPending: boolean }) {
  const t = useTranslations('submissions.mapping');
  const text = (value: string, className?: string) => (
    <span className={className} translate="no">
      {value || <span className="text-muted">{t('absent')}</span>}
    </span>
  );
  const columns: readonly Column<PreviewLine>[] = [
    { key: 'line', header: t('preview.line'), numeric: true, cell: ({ line }) => line },
    {
      key: 'reference',
      header: t('preview.reference'),
      rowHeader: true,
      cell: ({ reference }) => text(reference, 'whitespace-nowrap font-mono text-xs'),
    },
    {
      key: 'outcome',
      header: t('preview.outcome'),
      className: 'min-w-60 sm:min-w-72',
      cell: (line) => <LineOutcome line={line} />,
    },
    {
      key: 'goods',
      header: t('preview.goods'),
      className: 'min-w-52',
      cell: ({ goods }) => (
        <span className="flex flex-col" translate="no">
          {goods.length === 0 ? <span className="text-muted">{t('absent')}</span> : null}
          {goods.slice(0, GOODS_SHOWN).map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two items may read the same
            <span key={index}>{item}</span>
          ))}
          {goods.length > GOODS_SHOWN ? (
            <span className="text-muted text-xs">{t('preview.more', { count: goods.length - GOODS_SHOWN })}</span>
          ) : null}
        </span>
      ),
    },
    { key: 'value', header: t('preview.value'), numeric: true, cell: ({ value }) => text(value, 'whitespace-nowrap') },
    { key: 'mass', header: t('preview.mass'), numeric: true, cell: ({ mass }) => text(mass) },
    { key: 'route', header: t('preview.route'), cell: ({ route }) => text(route, 'whitespace-nowrap') },
    { key: 'arrival', header: t('preview.arrival'), cell: ({ arrival }) => text(arrival, 'whitespace-nowrap text-xs') },
  ];
  return (
    <Panel id="preview" title={t('preview.title', { count: lines.length })} description={t('preview.text')} flush>
      {fileSentences.length > 0 ? (
        <Callout tone="danger" title={t('preview.file')} className="m-3">
          {fileSentences.map((sentence) => (
            <p key={sentence} translate="no">
              {sentence}
            </p>
          ))}
        </Callout>
      ) : null}
      <div aria-busy={isPending}>
        <DataTable
          caption={t('preview.title', { count: lines.length })}
          captionHidden
          maxHeight="none"
          rows={lines}
          rowKey={({ line }) => String(line)}
          columns={columns}
          empty={
            <State kind="none-match" title={t('preview.none')}>
              {t('preview.noneText')}
            </State>
          }
        />
      </div>
    </Panel>
  );
}

const SENTENCES_SHOWN = 3;

function LineOutcome({ line: { isTaken, sentences } }: { line: PreviewLine }) {
  const t = useTranslations('submissions.mapping.preview');
  return (
    <div className="flex flex-col items-start gap-1 py-1">
      <Badge tone={isTaken ? (sentences.length > 0 ? 'info' : 'success') : 'danger'}>
        {isTaken ? t('taken', { remarks: sentences.length }) : t('refused')}
      </Badge>
      <ul className="flex flex-col gap-0.5 text-xs" translate="no">
        {sentences.slice(0, SENTENCES_SHOWN).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {sentences.length > SENTENCES_SHOWN ? (
        <span className="text-muted text-xs">{t('moreProblems', { count: sentences.length - SENTENCES_SHOWN })}</span>
      ) : null}
    </div>
  );
}
