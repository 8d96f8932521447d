import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ChargeText } from '@/components/consignment/charge-text';
import { ChargesPanel } from '@/components/consignment/charges-panel';
import { DataTable } from '@/components/table/data-table';
import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { formatDecimal, formatInstant } from '@/components/ui/format';
import { AmountText } from '@/components/ui/money';
import { Panel } from '@/components/ui/panel';
import type { CostAnswer, CostForm } from '@/db/queries/public/answer-cost';
import { amountIn } from '@/lib/clearance/amount';
import type { CostQuestion } from '@/lib/revenue/cost-question';
import { schemeFrees, withSchemeNumber } from '@/lib/revenue/landed-cost';
import { openReasons } from '@/lib/revenue/open-charges';
import { LegalSources } from './legal-sources';

/** The answer: the sums first, then how each came about, and the law each figure rests on. */
export function CostResult({ answer, form }: { answer: CostAnswer; form: CostForm }) {
  const t = useTranslations('public.costs');
  const { question, cost, sources } = answer;
  const locale = useLocale();
  const amount = amountIn(cost.currency, cost.minorDigits);
  const { charges, open } = cost;
  const isFreed = schemeFrees(charges);
  const known = (minor: bigint) => <AmountText {...amount(minor)} />;
  const due = charges.dutyMinor + charges.vatMinor + charges.feesMinor;
  const rows: readonly { readonly key: string; readonly cell: ReactNode }[] = [
    { key: 'goods', cell: <ChargeText value={amount(cost.goodsMinor)} open={openReasons(open, 'value')} /> },
    {
      key: 'transport',
      cell: (
        <ChargeText
          value={amount(cost.transportMinor ?? 0n)}
          open={cost.transportMinor === null ? ['no_exchange_rate'] : []}
        />
      ),
    },
    { key: 'duty', cell: <ChargeText value={amount(charges.dutyMinor)} open={openReasons(open, 'duty')} /> },
    { key: 'vat', cell: <ChargeText value={amount(charges.vatMinor)} open={openReasons(open, 'vat')} /> },
    ...(charges.feesMinor > 0n ? [{ key: 'fees', cell: known(charges.feesMinor) }] : []),
    {
      key: 'due',
      cell: <ChargeText value={amount(due)} open={[...new Set(open.map(({ reason }) => reason))]} showWhy={false} />,
    },
  ];
  const total =
    cost.totalMinor === null ? (
      <span className="font-semibold text-warning">{t('sum.open')}</span>
    ) : (
      known(cost.totalMinor)
    );
  return (
    <div className="flex flex-col gap-6" id="result">
      <Panel
        title={t('sum.title')}
        description={t('sum.text', { day: formatInstant(locale, new Date(question.day), 'date') })}
        flush
      >
        <DataTable
          caption={t('sum.title')}
          captionHidden
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: 'what', header: t('sum.what'), rowHeader: true, cell: ({ key }) => t(`sum.${key}`) },
            { key: 'amount', header: t('sum.amount'), numeric: true, cell: ({ cell }) => cell },
          ]}
          footer={{ what: t('sum.total'), amount: total }}
        />
      </Panel>
      {cost.totalMinor === null ? (
        <Callout tone="warning" title={t('sum.openTitle')}>
          {t('sum.openText')}
        </Callout>
      ) : null}
      {question.isUnderScheme ? (
        <Callout tone={isFreed ? 'info' : 'warning'}>{t(isFreed ? 'sum.scheme' : 'sum.schemeRefused')}</Callout>
      ) : null}
      <ChargesPanel
        assessment={{
          customsValue: amount(charges.customsValueMinor),
          chargeLines: charges.lines.map(({ baseMinor, amountMinor, working, ...line }) => ({
            ...line,
            base: amount(baseMinor),
            amount: amount(amountMinor),
            working: withSchemeNumber(working, t('sellers')),
          })),
        }}
        exciseGoods={cost.exciseGoods}
      />
      <LegalSources sources={sources} />
      <Asked question={question} form={form} />
      <p className="max-w-prose text-muted text-sm">{t('binding')}</p>
    </div>
  );
}

/** The question once more, by the numbers the working names the goods by: a printed result must say what it answers. */
function Asked({ question, form }: { question: CostQuestion; form: CostForm }) {
  const t = useTranslations('public.costs');
  const locale = useLocale();
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  const sum = (value: string | null) =>
    value === null ? (
      t('asked.nothing')
    ) : (
      <span translate="no">{`${formatDecimal(locale, value)} ${question.currency}`}</span>
    );
  return (
    <Panel title={t('asked.title')}>
      <DescriptionList
        items={[
          ...question.items.map((item, index) => ({
            term: t('row', { row: index + 1 }),
            value: (
              <>
                <bdi translate="no">{item.code ?? item.words}</bdi>, {sum(item.value)}
                {item.quantity === null ? null : (
                  <>, {t('asked.pieces', { quantity: formatDecimal(locale, item.quantity) })}</>
                )}
                {item.netMassKg === null ? null : (
                  <>, {t('asked.mass', { mass: formatDecimal(locale, item.netMassKg) })}</>
                )}
              </>
            ),
          })),
          { term: t('field.transport'), value: sum(question.transport) },
          { term: t('field.insurance'), value: sum(question.insurance) },
          {
            term: t('field.from'),
            value: question.dispatchCountry === null ? t('anyCountry') : names.of(question.dispatchCountry),
            data: question.dispatchCountry !== null,
          },
          {
            term: t('field.to'),
            value: question.destination === null ? form.administration : names.of(question.destination),
            data: true,
          },
          { term: t('field.kind'), value: t(`kind.${question.transactionType}`) },
          { term: t('field.scheme'), value: t(question.isUnderScheme ? 'scheme.yes' : 'scheme.no') },
          { term: t('field.day'), value: <DateTime at={question.day} show="date" /> },
        ]}
      />
    </Panel>
  );
}
