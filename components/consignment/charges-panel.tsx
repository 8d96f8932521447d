import { useTranslations } from 'next-intl';
import { AmountText } from '@/components/ui/money';
import { Panel } from '@/components/ui/panel';
import type { AssessmentDetail } from '@/db/queries/consignment/consignment-detail';

/** Duty and VAT line by line: the working as one would do it by hand, and the provision it follows. */
export function ChargesPanel({ assessment }: { assessment: Pick<AssessmentDetail, 'chargeLines' | 'customsValue'> }) {
  const t = useTranslations('consignment.charges');
  const tRevenue = useTranslations('revenue');
  const { chargeLines, customsValue } = assessment;
  return (
    <Panel
      title={t('title')}
      description={
        <>
          {t('customsValue')} <AmountText {...customsValue} />
        </>
      }
      flush
    >
      {chargeLines.length === 0 ? <p className="px-4 py-3 text-muted text-sm">{t('none')}</p> : null}
      <ol>
        {chargeLines.map((line, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines are written once and never move
            key={index}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-line border-b px-4 py-2 text-sm last:border-b-0"
          >
            <p className="font-medium">{t('line', { kind: tRevenue(`kind.${line.kind}`), item: line.itemNumber })}</p>
            <p className="text-right font-semibold">
              <AmountText {...line.amount} />
            </p>
            <p>{tRevenue(`working.${line.working.code}`, line.working.values)}</p>
            <p className="col-span-2 text-muted text-xs" translate="no">
              {line.citation}
            </p>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
