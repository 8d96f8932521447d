import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { Cell, HeadCell, Row, RowHeaderCell, Table, TableCaption, TableRegion } from '@/components/table/table-parts';
import { Panel } from '@/components/ui/panel';
import type { DataRules, MatrixRow } from '@/db/queries/policy/get-data-rules';
import { REGIMES } from '@/lib/consignment/codes';
import { ITEM_COLUMNS } from '@/lib/consignment/columns';
import type { Requirement } from '@/lib/consignment/requirements';

const ITEM: ReadonlySet<string> = new Set(ITEM_COLUMNS);

/** Columns of the record by regime: required, required under a condition in words, optional or not used. */
export function MatrixPanel({ rules: { day, matrix, sources } }: { rules: DataRules }) {
  const t = useTranslations('quality');
  const tPolicy = useTranslations('policy');
  return (
    <Panel id="matrix" title={t('matrix.title')} description={t('matrix.text', { day })} flush>
      <TableRegion label={t('matrix.caption')}>
        <Table>
          <TableCaption hidden>{t('matrix.caption')}</TableCaption>
          <thead>
            <tr>
              <HeadCell className="left-0 z-20">{t('matrix.column')}</HeadCell>
              {REGIMES.map((regime) => (
                <HeadCell key={regime} className="min-w-36">
                  {tPolicy(`regime.${regime}`)}
                </HeadCell>
              ))}
            </tr>
          </thead>
          <MatrixBody title={t('matrix.consignment')} rows={matrix.filter(({ column }) => !ITEM.has(column))} />
          <MatrixBody title={t('matrix.item')} rows={matrix.filter(({ column }) => ITEM.has(column))} />
        </Table>
      </TableRegion>
      <dl className="flex flex-col gap-1 border-line border-t px-4 py-3 text-xs">
        {sources.map(({ regime, sources: of }) => (
          <div key={regime} className="grid gap-x-4 sm:grid-cols-[5rem_minmax(0,1fr)]">
            <dt className="font-medium">{tPolicy(`regime.${regime}`)}</dt>
            {of.map((source) => (
              <dd key={source} className="text-muted sm:col-start-2" translate="no">
                {source}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function MatrixBody({ title, rows }: { title: string; rows: readonly MatrixRow[] }) {
  const t = useTranslations('consignment.field');
  return (
    <tbody>
      <tr>
        <th
          colSpan={1 + REGIMES.length}
          scope="rowgroup"
          className="border-line border-b bg-sunken px-3 py-1 text-left font-semibold text-xs"
        >
          {title}
        </th>
      </tr>
      {rows.map(({ column, cells }) => (
        <Row key={column}>
          <RowHeaderCell className="sticky left-0 z-10 min-w-36 bg-surface group-hover/row:bg-hover">
            <span className="block">{t(column)}</span>
            <code className="font-mono text-muted text-xs" translate="no">
              {column}
            </code>
          </RowHeaderCell>
          {REGIMES.map((regime) => (
            <Cell key={regime} className="align-top">
              <RequirementText cell={cells[regime]} />
            </Cell>
          ))}
        </Row>
      ))}
    </tbody>
  );
}

/** A mark and a word: full for what is always asked for, half for a condition, empty for optional, a dash for not used. */
function RequirementText({ cell }: { cell: Requirement }) {
  const t = useTranslations('quality');
  const severity = 'severity' in cell ? cell.severity : null;
  return (
    <span className="flex items-start gap-1.5">
      <PresenceMark presence={cell.presence} isError={severity === 'error'} />
      <span className={clsx(severity === null && 'text-muted')}>
        {t(`presence.${cell.presence}`)}
        {cell.presence === 'conditional' ? ` ${t(`condition.${cell.condition}`)}` : null}
        {severity === 'error' ? <span className="block text-danger text-xs">{t('refuses')}</span> : null}
      </span>
    </span>
  );
}

function PresenceMark({ presence, isError }: { presence: Requirement['presence']; isError: boolean }) {
  return (
    <svg
      viewBox="0 0 12 12"
      aria-hidden="true"
      className={clsx('mt-0.5 size-3 shrink-0', isError ? 'text-danger' : 'text-muted')}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    >
      {presence === 'unused' ? <path d="M2 6h8" /> : <circle cx="6" cy="6" r="4.5" />}
      {presence === 'required' ? <circle cx="6" cy="6" r="4.5" fill="currentColor" /> : null}
      {presence === 'conditional' ? <path d="M6 1.5a4.5 4.5 0 0 0 0 9z" fill="currentColor" /> : null}
    </svg>
  );
}
