import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DataTable } from '@/components/table/data-table';
import { PageHeader } from '@/components/shell/page-header';
import { DescriptionList } from '@/components/ui/description-list';
import { keptData } from '@/db/queries/public/kept-data';
import { registerLines } from '@/lib/privacy/register-lines';
import { TextPart } from '../../_components/text-part';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('privacy.public'))('title') };
}

const RIGHTS = ['access', 'rectification', 'objection', 'erasure'] as const;

/** What is kept of people, what for and how long, and what they may ask. */
export default async function PublicPrivacyPage() {
  const [t, tPrivacy, { administration, periods }] = await Promise.all([
    getTranslations('privacy.public'),
    getTranslations('privacy'),
    keptData(),
  ]);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead', { administration })} />
      <TextPart id="kept" title={t('kept')}>
        <DescriptionList
          items={periods.map(({ what, period }) => ({
            term: tPrivacy(`kept.${what}`),
            value: period ? tPrivacy('due.days', { days: period.days }) : tPrivacy('due.none'),
            hint: period ? <bdi translate="no">{period.source}</bdi> : undefined,
          }))}
        />
        <p>{t('counted')}</p>
      </TextPart>
      <TextPart id="rights" title={t('rights')}>
        <ul className="flex list-disc flex-col gap-2 pl-6">
          {RIGHTS.map((right) => (
            <li key={right}>{t(`right.${right}`)}</li>
          ))}
        </ul>
      </TextPart>
      <section aria-labelledby="columns-title" className="flex min-w-0 flex-col gap-3">
        <h2 id="columns-title">{t('columns')}</h2>
        <p className="max-w-prose">{t('columnsText')}</p>
        <DataTable
          caption={t('columns')}
          captionHidden
          rows={registerLines('personal')}
          rowKey={({ key }) => key}
          columns={[
            {
              key: 'columns',
              header: tPrivacy('register.columns'),
              rowHeader: true,
              className: 'min-w-64',
              cell: ({ table, columns }) => (
                <code className="font-mono text-xs" translate="no">
                  {table}: {columns.join(', ')}
                </code>
              ),
            },
            {
              key: 'purpose',
              header: tPrivacy('register.purpose'),
              className: 'min-w-40',
              cell: ({ rule }) => tPrivacy(`register.purposes.${rule.purpose}`),
            },
            {
              key: 'kept',
              header: tPrivacy('register.keptBy'),
              className: 'min-w-40',
              cell: ({ rule }) => tPrivacy(`register.kept.${rule.keptBy}`),
            },
          ]}
        />
      </section>
    </>
  );
}
