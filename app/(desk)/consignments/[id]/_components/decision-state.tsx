'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { useIsPast } from '@/components/ui/use-is-past';

type DecisionStateProps = { state: string; undoableUntil: string | null; now: string };

/** How firm a decision is; one that can still be taken back says until when. */
export function DecisionState({ state, undoableUntil, now }: DecisionStateProps) {
  const t = useTranslations('consignment.proceedings');
  const tClearance = useTranslations('clearance');
  const isFirm = useIsPast(undoableUntil, now) || undoableUntil === null;
  if (!isFirm)
    return (
      <Badge tone="info">
        {t('undoableUntil')} <DateTime at={undoableUntil} show="time" />
      </Badge>
    );
  return <Badge tone={state === 'proposed' ? 'warning' : 'neutral'}>{tClearance(`decisionState.${state}`)}</Badge>;
}
