import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { Badge, type Tone } from '@/components/ui/badge';
import { Absent } from '@/components/ui/description-list';
import { changedParts, type PartChange } from '@/lib/reference/describe';
import type { KeyChange } from '@/lib/reference/plan';

const TONES: Readonly<Record<KeyChange['kind'], Tone>> = { added: 'success', changed: 'info', ended: 'warning' };

type ChangeTableProps = { changes: readonly KeyChange[]; caption: string };

/** What becomes of each code: what held, and what holds from a day on. */
export function ChangeTable({ changes, caption }: ChangeTableProps) {
  const t = useTranslations('reference.load');
  return (
    <DataTable
      caption={caption}
      captionHidden
      maxHeight="32rem"
      rows={changes}
      rowKey={(change) => `${change.rowKind} ${change.key}`}
      columns={[
        {
          key: 'key',
          header: t('column.key'),
          rowHeader: true,
          className: 'align-top',
          cell: (change) => <code translate="no">{change.key}</code>,
        },
        {
          key: 'kind',
          header: t('column.kind'),
          className: 'align-top',
          cell: (change) => <Badge tone={TONES[change.kind]}>{t(`change.${change.kind}`)}</Badge>,
        },
        {
          key: 'from',
          header: t('column.from'),
          className: 'whitespace-nowrap align-top',
          cell: (change) => <span translate="no">{change.from}</span>,
        },
        {
          key: 'before',
          header: t('column.before'),
          className: 'min-w-48 align-top',
          cell: (change) => <Side parts={changedParts(change)} side="before" />,
        },
        {
          key: 'after',
          header: t('column.after'),
          className: 'min-w-48 align-top',
          cell: (change) => <Side parts={changedParts(change)} side="after" />,
        },
      ]}
    />
  );
}

function Side({ parts, side }: { parts: readonly PartChange[]; side: 'before' | 'after' }) {
  const t = useTranslations('reference');
  const partName = (part: string) => (t.has(`part.${part}`) ? t(`part.${part}`) : part);
  const told = parts.filter((part) => part[side] !== null);
  if (told.length === 0) return <Absent label={t('load.nothingBefore')} />;
  return (
    <dl className="flex max-w-lg flex-col gap-0.5">
      {told.map((part) => (
        <div key={part.part}>
          <dt className="text-muted text-xs">
            {part.isList ? t(`load.${side}List`, { part: partName(part.part) }) : partName(part.part)}
          </dt>
          <dd className="break-words" translate="no">
            {part[side]}
          </dd>
        </div>
      ))}
    </dl>
  );
}
