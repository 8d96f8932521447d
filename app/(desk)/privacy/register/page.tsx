import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { DataTable } from '@/components/table/data-table';
import { Badge, type Tone } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import { TabLinks } from '@/components/ui/tabs';
import { COLUMN_CLASSES, type ColumnClass } from '@/lib/privacy/column';
import { registerLines } from '@/lib/privacy/register-lines';
import { PrivacyPlaces } from '../_components/privacy-places';

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

const classOf = (which: unknown): ColumnClass | null => COLUMN_CLASSES.find((one) => one === which) ?? null;
const TONES: Readonly<Record<ColumnClass, Tone>> = {
  ...{ public: 'neutral', trade: 'info', personal: 'warning', sensitive: 'danger' },
};

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [{ which }, t] = await Promise.all([searchParams, getTranslations('privacy.register')]);
  const only = classOf(which);
  return { title: only ? `${t('title')}: ${t(`classes.${only}`)}` : t('title') };
}

/** Every column of the database: its class, purpose, keeping and mask. */
export default async function RegisterPage({ searchParams }: Props) {
  const actor = await requireActor('privacy.read');
  const [{ which }, t] = await Promise.all([searchParams, getTranslations('privacy.register')]);
  const only = classOf(which);
  const tabs = [null, ...COLUMN_CLASSES].map((one) => ({
    href: routes.columnRegister({ which: one }),
    label: one ? t(`classes.${one}`) : t('all'),
    current: one === only,
    count: registerLines(one).reduce((sum, { columns }) => sum + columns.length, 0),
  }));
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <PrivacyPlaces current="register" actor={actor} />
      <TabLinks label={t('show')} tabs={tabs} />
      <Panel flush>
        <DataTable
          caption={t('title')}
          captionHidden
          rows={registerLines(only)}
          rowKey={({ key }) => key}
          columns={[
            {
              key: 'table',
              header: t('table'),
              rowHeader: true,
              cell: ({ table }) => <code translate="no">{table}</code>,
            },
            {
              key: 'columns',
              header: t('columns'),
              className: 'min-w-64',
              cell: ({ columns }) => (
                <code className="text-xs" translate="no">
                  {columns.join(', ')}
                </code>
              ),
            },
            {
              key: 'class',
              header: t('class'),
              cell: ({ rule }) => <Badge tone={TONES[rule.columnClass]}>{t(`classes.${rule.columnClass}`)}</Badge>,
            },
            {
              key: 'purpose',
              header: t('purpose'),
              className: 'min-w-40',
              cell: ({ rule }) => t(`purposes.${rule.purpose}`),
            },
            { key: 'kept', header: t('keptBy'), className: 'min-w-40', cell: ({ rule }) => t(`kept.${rule.keptBy}`) },
            { key: 'mask', header: t('mask'), cell: ({ rule }) => t(`masks.${rule.mask}`) },
            { key: 'erasing', header: t('erasing'), cell: ({ erasing }) => (erasing ? t(`erase.${erasing}`) : '–') },
          ]}
        />
      </Panel>
    </>
  );
}
