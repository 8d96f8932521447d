import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { ButtonLink } from '@/components/ui/button-link';
import { Panel } from '@/components/ui/panel';
import type { OfficesInForce } from '@/db/queries/policy/offices-in-force';
import { ColumnTable } from './column-table';

/** How a CSV file is written, and every column of it. The template is for whoever may send data. */
export function ColumnsPanel({ mayUpload, offices }: { mayUpload: boolean; offices: OfficesInForce }) {
  const t = useTranslations('submissions');
  return (
    <Panel
      id="columns"
      title={t('uploadPage.columns')}
      description={t('guide.lead')}
      actions={
        mayUpload ? (
          <ButtonLink href={routes.template()} download icon={<Download className="size-4" aria-hidden="true" />}>
            {t('guide.template')}
          </ButtonLink>
        ) : null
      }
      flush
    >
      <ul className="list-disc px-8 py-3 text-sm">
        {(['encoding', 'separators', 'rows', 'size', 'office'] as const).map((rule) => (
          <li key={rule}>{t(`guide.rule.${rule}`)}</li>
        ))}
      </ul>
      <details className="border-line border-t px-4 py-2 text-sm">
        <summary>{t('guide.offices', { count: offices.named.length })}</summary>
        <ul className="columns-1 py-2 sm:columns-2" translate="no">
          {offices.named.map(({ code, name }) => (
            <li key={code}>
              <code className="font-mono text-xs">{code}</code> {name}
            </li>
          ))}
        </ul>
        {offices.numbered > 0 ? (
          <p className="pb-2 text-muted">{t('guide.numbered', { count: offices.numbered })}</p>
        ) : null}
      </details>
      <ColumnTable />
    </Panel>
  );
}
