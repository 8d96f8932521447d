'use client';

import { useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import { TextLink } from '@/components/ui/text-link';
import type { FixedValues, LayoutFault } from '@/lib/intake/layout';
import type { Shown } from './mapping-form';

type FaultListProps = {
  faults: readonly LayoutFault[];
  labels: readonly string[];
  fixed: FixedValues;
  shown: Shown;
};

/** What still stands against the mapping, else what would become of the first records. */
export function FaultList({ faults, labels, fixed, shown }: FaultListProps) {
  const t = useTranslations('submissions.mapping');
  const tField = useTranslations('consignment.field');
  const taken = shown.lines.filter(({ isTaken }) => isTaken).length;
  if (faults.length > 0) {
    return (
      <Callout tone="warning" title={t('faults', { count: faults.length })} live>
        <ul className="flex list-disc flex-col gap-0.5 pl-4">
          {faults.map(({ code, column, indexes }) => (
            <li key={`${code} ${column}`}>
              {t(`fault.${code}`, {
                field: column ? tField(column) : '',
                columns: indexes.flatMap((index) => labels[index] ?? []).join(', '),
                value: (column && fixed[column]) ?? '',
              })}
            </li>
          ))}
        </ul>
      </Callout>
    );
  }
  const isGood = taken === shown.lines.length && taken > 0;
  return (
    <Callout tone={isGood ? 'success' : 'warning'} title={t('outcome', { taken, all: shown.lines.length })} live>
      {isGood ? t('outcomeGood') : <TextLink href="#preview">{t('outcomeSee')}</TextLink>}
    </Callout>
  );
}
