'use server';
import { defineAction } from '@/app/_server/define-action';
import { acknowledgeAnomaly } from '@/db/commands/statistics/acknowledge-anomaly';
import { ACKNOWLEDGE_INPUT } from '@/lib/statistics/acknowledge-input';

/** Says that one knows of an unusual day. */
export const acknowledgeAnomalyAction = defineAction(
  ACKNOWLEDGE_INPUT,
  (actor, input) => acknowledgeAnomaly(actor, input),
  {
    attempt: 'statistics.acknowledge',
    subject: ({ anomalyId }) => ({ type: 'anomaly', id: anomalyId }),
    refresh: true,
  },
);
