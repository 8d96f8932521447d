import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { AmountText } from '@/components/ui/money';
import type { NoticeDetail } from '@/db/queries/clearance/get-notice';
import { Corrected } from './corrected';

/** The notice as a letter in plain words: what was decided on which goods, why, and what can be done about it. */
export function Letter({ detail, addressee }: { detail: NoticeDetail; addressee: ReactNode }) {
  const t = useTranslations('notice');
  const countries = new Intl.DisplayNames(useLocale(), { type: 'region', fallback: 'code' });
  const { notice, administration, officeName } = detail;
  const { kind, ground, citation, decidedOn, remedy } = notice;
  return (
    <article className="mx-auto flex w-full max-w-3xl flex-col gap-5 rounded-md border border-line bg-surface p-6 sm:p-10 print:max-w-none print:border-0 print:p-0">
      <header className="flex flex-wrap justify-between gap-x-8 gap-y-4">
        {addressee}
        <div className="text-sm" translate="no">
          <p className="font-medium">{administration}</p>
          <p>{officeName}</p>
        </div>
      </header>
      <h2 className="text-lg">{t(`heading.${kind}`)}</h2>
      <DescriptionList items={aboutOf(detail, t, countries)} />
      <Section title={t('section.what')}>
        <p>{t(`what.${kind}`)}</p>
      </Section>
      <Section title={t('section.why')}>
        <p>{t(`why.${ground}`)}</p>
        {citation ? <p className="text-muted text-sm">{t('basis', { citation })}</p> : null}
      </Section>
      <Section title={t('section.goods')}>
        <Goods items={detail.items} />
      </Section>
      {detail.correction ? (
        <Section title={t('section.corrected')}>
          <Corrected correction={detail.correction} items={detail.items} />
        </Section>
      ) : null}
      <Section title={t('section.next')}>
        <p>{t(`next.${kind}`)}</p>
      </Section>
      <Section title={t('section.remedy')}>
        {remedy ? (
          <>
            <p>
              {t.rich('remedy', {
                words: remedy.words,
                days: remedy.days,
                until: () => <DateTime at={remedy.until} show="date" />,
              })}
            </p>
            <p className="text-muted text-sm">{t('remedySource', { source: remedy.source })}</p>
          </>
        ) : (
          <p>{t('noRemedy')}</p>
        )}
      </Section>
      <p className="text-muted text-sm">
        {t('decidedOn')}: <DateTime at={decidedOn} show="date" />
      </p>
    </article>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-1">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function aboutOf(
  { number, sent }: NoticeDetail,
  t: ReturnType<typeof useTranslations<'notice'>>,
  countries: Intl.DisplayNames,
) {
  const identifiers = [sent.s10Id, sent.houseRef, sent.mrn].filter((one) => one !== null).join(', ');
  return [
    { term: t('number'), value: number, data: true },
    ...(identifiers ? [{ term: t('identifiers'), value: identifiers, data: true }] : []),
    ...(sent.dispatchCountry
      ? [{ term: t('from'), value: countries.of(sent.dispatchCountry) ?? sent.dispatchCountry }]
      : []),
  ];
}

function Goods({ items }: Pick<NoticeDetail, 'items'>) {
  const t = useTranslations('notice');
  return (
    <DataTable
      caption={t('goodsCaption')}
      captionHidden
      rows={items}
      rowKey={(item) => String(item.itemNumber)}
      columns={[
        { key: 'item', header: t('column.item'), numeric: true, cell: (item) => item.itemNumber },
        {
          key: 'description',
          header: t('column.description'),
          rowHeader: true,
          cell: (item) => <bdi translate="no">{item.description}</bdi>,
        },
        { key: 'quantity', header: t('column.quantity'), numeric: true, cell: (item) => item.quantity ?? '' },
        {
          key: 'value',
          header: t('column.value'),
          numeric: true,
          cell: (item) => <AmountText amount={item.declaredValue.amount} currency={item.declaredValue.currency} />,
        },
      ]}
    />
  );
}
