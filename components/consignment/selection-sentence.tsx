import { useLocale, useTranslations } from 'next-intl';
import { formatInstant } from '@/components/ui/format';
import type { ConsignmentDetail } from '@/db/queries/consignment/consignment-detail';

/** Why it is controlled, or not: the lane its assessment asked for, the lane it is in, and what decided between them. */
export function SelectionSentence({ detail: { row, selection } }: { detail: ConsignmentDetail }) {
  const t = useTranslations('consignment.verdict');
  const tClearance = useTranslations('clearance');
  const tTrust = useTranslations('partnership.trust.level');
  const lanes =
    row.laneEffective === row.laneAssigned
      ? null
      : t('assigned', {
          assigned: tClearance(`lane.${row.laneAssigned}`),
          effective: tClearance(`lane.${row.laneEffective}`),
        });
  const why = useWhy(selection);
  return (
    <>
      {lanes} {why}
      {selection?.trustLevel ? <> {t('trust', { level: tTrust(selection.trustLevel) })}</> : null}
    </>
  );
}

function useWhy(selection: ConsignmentDetail['selection']): string | null {
  const t = useTranslations('consignment.verdict.selection');
  const tControl = useTranslations('clearance.controlType');
  const tBasis = useTranslations('clearance.worthBasis');
  const locale = useLocale();
  if (!selection) return null;
  const { outcome, rank, places, drawProbability } = selection;
  const control = selection.control ? tControl(selection.control) : '';
  const day = formatInstant(locale, new Date(selection.controlOn), 'date');
  const decidedAt = formatInstant(locale, new Date(selection.decidedAt), 'datetime');
  const times = drawProbability > 0 ? Math.round(1 / drawProbability) : 0;
  switch (outcome) {
    case 'none':
      return t('none', { times });
    case 'mandatory':
      return t('mandatory', { control });
    case 'random':
      return t('random', { control, times });
    case 'ranked':
      return rank === null || places === null
        ? t('rankedUnlimited', { control })
        : t('ranked', { control, rank, places, day, basis: tBasis(selection.worthBasis), decidedAt });
    case 'no_capacity': {
      const values = { day, rank: rank ?? 0, places: places ?? 0 };
      return t(rank !== null && places !== null && rank <= places ? 'noSlotBegun' : 'noSlot', values);
    }
  }
}
