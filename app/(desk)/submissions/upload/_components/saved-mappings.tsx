import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { DataTable } from '@/components/table/data-table';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import type { LayoutRow } from '@/db/queries/intake/list-layouts';
import { retireLayoutAction } from '../actions';

const NAMES_SHOWN = 4;

/** The mappings by which files with other columns are read, to open, change and retire. */
export function SavedMappings({ rows, isOwn }: { rows: readonly LayoutRow[]; isOwn: boolean }) {
  const t = useTranslations('submissions.mappings');
  return (
    <Panel id="mappings" title={t('title')} description={t('text')} flush={rows.length > 0}>
      {rows.length === 0 ? null : (
        <DataTable
          caption={t('title')}
          captionHidden
          rows={rows}
          rowKey={({ layoutId }) => layoutId}
          columns={[
            {
              key: 'file',
              header: t('file'),
              rowHeader: true,
              cell: ({ fileName, layout, partnerName }) => (
                <span className="block min-w-48 py-1" translate="no">
                  {isOwn ? null : <span className="block text-muted text-xs">{partnerName}</span>}
                  {fileName ?? partnerName}
                  <span className="block font-mono font-normal text-muted text-xs">
                    {layout.header.slice(0, NAMES_SHOWN).join(layout.delimiter === '\t' ? ' ' : `${layout.delimiter} `)}
                    {layout.header.length > NAMES_SHOWN ? ' …' : ''}
                  </span>
                </span>
              ),
            },
            { key: 'columns', header: t('columns'), numeric: true, cell: ({ layout }) => layout.header.length },
            { key: 'edition', header: t('edition'), numeric: true, cell: ({ edition }) => edition },
            {
              key: 'saved',
              header: t('saved'),
              cell: ({ savedAt, savedByName }) => (
                <>
                  <DateTime at={savedAt} /> <span translate="no">{savedByName}</span>
                </>
              ),
            },
            {
              key: 'acts',
              header: t('acts'),
              cell: ({ layoutId, submissionId }) => (
                <span className="flex gap-2">
                  <ButtonLink href={routes.submissionColumns(submissionId)}>{t('open')}</ButtonLink>
                  <ReasonDialog
                    trigger={<Button variant="ghost">{t('retire')}</Button>}
                    title={t('retireTitle')}
                    description={t('retireText')}
                    submit={t('retire')}
                    done={t('retired')}
                    isDanger
                    action={retireLayoutAction}
                    fields={{ layoutId }}
                  />
                </span>
              ),
            },
          ]}
        />
      )}
    </Panel>
  );
}
