import { useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import type { CorrectedDetail } from '@/db/queries/consignment/consignment-detail';

type OverLimitCalloutProps = { overLimit: NonNullable<CorrectedDetail['overLimit']>; isOpen: boolean };

/** What a corrected value above the limit changed, the provision, and, while it is open, what the officer does next. */
export function OverLimitCallout({ overLimit, isOpen }: OverLimitCalloutProps) {
  const t = useTranslations('consignment.overLimit');
  const { value, limit, currency, citation, needsDeclaration } = overLimit;
  return (
    <Callout
      tone="warning"
      className="mb-2"
      title={t(needsDeclaration ? 'declaration' : 'treatment', { value, limit, currency })}
    >
      {isOpen ? <p>{t(needsDeclaration ? 'nextDeclaration' : 'nextTreatment')}</p> : null}
      <p className="text-muted text-xs" translate="no">
        {citation}
      </p>
    </Callout>
  );
}
