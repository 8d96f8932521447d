import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { groupDecimals } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import type { AssessmentDetail, ChargeLineDetail, CorrectedDetail } from '@/db/queries/consignment/consignment-detail';
import type { ExciseGoods } from '@/lib/revenue/excise';
import { type OpenCharge, openCharges, openReasons } from '@/lib/revenue/open-charges';
import { ChargeText } from './charge-text';
import { ComparedAmounts } from './compared-amounts';
import { BesideSteps, RoundingSteps, ValueSteps } from './value-steps';

type ChargesPanelProps = {
  assessment: Pick<AssessmentDetail, 'chargeLines' | 'customsValue'>;
  corrected?: CorrectedDetail | null;
  /** Goods subject to excise, which is not computed. */
  exciseGoods?: readonly ExciseGoods[];
  /** What the charges rest on beside the goods, for those who may see it. */
  beside?: ReactNode;
};

/**
 * Duty and VAT line by line: the working as one would do it by hand, and the provision it follows. After an examination with
 * corrected values: declared, corrected and the difference first, then the working of the corrected charges.
 */
export function ChargesPanel({ assessment, corrected = null, exciseGoods = [], beside }: ChargesPanelProps) {
  const t = useTranslations('consignment.charges');
  const { chargeLines, customsValue } = assessment;
  return (
    <Panel
      title={t('title')}
      description={
        corrected ? (
          t('correctedText')
        ) : (
          <>
            {t('customsValue')}{' '}
            <ChargeText value={customsValue} open={openReasons(openCharges(chargeLines), 'value')} />
          </>
        )
      }
      flush
    >
      {exciseGoods.length > 0 ? (
        <p className="border-line border-b px-4 py-2 text-sm">
          <span className="font-semibold text-warning">{t('exciseOpen')}</span>{' '}
          {exciseGoods
            .map(({ itemNumber, commodityCode }) => t('exciseItem', { item: itemNumber, code: commodityCode }))
            .join(', ')}
        </p>
      ) : null}
      {beside}
      {chargeLines.length === 0 ? <p className="px-4 py-3 text-muted text-sm">{t('none')}</p> : null}
      {corrected ? (
        <>
          <ComparedAmounts corrected={corrected} declaredLines={chargeLines} />
          <h3 className="border-line border-b px-4 pt-3 pb-1">{t('correctedWorking')}</h3>
          <Working lines={corrected.chargeLines} />
          <details className="border-line border-t">
            <summary className="flex min-h-target items-center px-4 text-accent text-sm">
              {t('declaredWorking')}
            </summary>
            <Working lines={chargeLines} />
          </details>
        </>
      ) : (
        <Working lines={chargeLines} />
      )}
    </Panel>
  );
}

function Working({ lines }: { lines: readonly ChargeLineDetail[] }) {
  const t = useTranslations('consignment.charges');
  const tRevenue = useTranslations('revenue');
  const locale = useLocale();
  const open = openCharges(lines);
  return (
    <ol>
      {lines.map((line, index) => {
        const why = open.find(({ itemNumber, charge }) => itemNumber === line.itemNumber && charge === line.kind);
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines are written once and never move
            key={index}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-line border-b px-4 py-2 text-sm last:border-b-0"
          >
            <p className="font-medium">{t('line', { kind: tRevenue(`kind.${line.kind}`), item: line.itemNumber })}</p>
            <p className="text-right font-semibold max-sm:max-w-40">
              <ChargeText value={line.amount} open={why ? [why.reason] : []} />
            </p>
            <div className="max-sm:col-span-2">
              {line.kind === 'duty' ? <ValueSteps working={line.working} /> : null}
              <BesideSteps working={line.working} />
              <p>{tRevenue(`working.${workingOf(line, why)}`, groupDecimals(locale, line.working.values))}</p>
              <RoundingSteps working={line.working} />
              <BesideSteps working={line.working} isAfter />
            </div>
            <p className="col-span-2 text-muted text-xs" translate="no">
              {line.citation}
            </p>
          </li>
        );
      })}
    </ol>
  );
}

/** The working to print: VAT on a duty that is open stands on what is known of it, and says so, rather than on a duty of nil. */
function workingOf({ working }: ChargeLineDetail, why: OpenCharge | undefined): string {
  return working.code === 'vat' && why?.reason === 'duty_open' ? 'vat_without_duty' : working.code;
}
