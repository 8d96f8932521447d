import { useLocale, useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import { groupDecimals } from '@/components/ui/format';
import type { CorrectedDetail } from '@/db/queries/consignment/consignment-detail';

type OverLimitCalloutProps = { overLimit: NonNullable<CorrectedDetail['overLimit']>; isOpen: boolean };

/** What a corrected value above the limit changed, the provision, and, while it is open, what the officer does next. */
export function OverLimitCallout({ overLimit, isOpen }: OverLimitCalloutProps) {
  const t = useTranslations('consignment.overLimit');
  const { value, limit, currency, citation, needsDeclaration } = overLimit;
  const amounts = groupDecimals(useLocale(), { value, limit });
  return (
    <Callout
      tone="warning"
      className="mb-2"
      title={t(needsDeclaration ? 'declaration' : 'treatment', { ...amounts, currency })}
    >
      {isOpen ? <p>{t(needsDeclaration ? 'nextDeclaration' : 'nextTreatment')}</p> : null}
      <Provision citation={citation} />
    </Callout>
  );
}

type ExcludedGoodsCalloutProps = { excluded: NonNullable<CorrectedDetail['excluded']>; isOpen: boolean };

/** That a corrected code is of goods the declaration may not be used for. */
export function ExcludedGoodsCallout({ excluded, isOpen }: ExcludedGoodsCalloutProps) {
  const t = useTranslations('consignment.overLimit');
  const { itemNumber, commodityCode, citation } = excluded;
  return (
    <Callout tone="warning" className="mb-2" title={t('excluded', { item: itemNumber, code: commodityCode })}>
      {isOpen ? <p>{t('nextDeclaration')}</p> : null}
      <Provision citation={citation} />
    </Callout>
  );
}

function Provision({ citation }: { citation: string }) {
  return (
    <p className="text-muted text-xs" translate="no">
      {citation}
    </p>
  );
}
