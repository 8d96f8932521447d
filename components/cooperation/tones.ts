import type { Tone } from '@/components/ui/badge';
import type { ExchangeRow } from '@/db/queries/cooperation/list-exchanges';
import type { Handling } from '@/lib/cooperation/handling';

/** The colours of the protocol, as near as ours come; the word stands beside. */
export const HANDLING_TONES: Readonly<Record<Handling, Tone>> = {
  red: 'danger',
  amber_strict: 'warning',
  amber: 'warning',
  green: 'success',
  clear: 'neutral',
};

export const EXCHANGE_TONES: Readonly<Record<ExchangeRow['state'], Tone>> = {
  prepared: 'warning',
  approved: 'info',
  sent: 'success',
  checked: 'warning',
  taken_over: 'success',
  refused: 'danger',
  withdrawn: 'danger',
  expired: 'neutral',
};

export const COUNTERPART_TONES = {
  proposed: 'warning',
  approved: 'success',
  refused: 'danger',
  ended: 'danger',
  over: 'neutral',
} as const satisfies Readonly<Record<string, Tone>>;
