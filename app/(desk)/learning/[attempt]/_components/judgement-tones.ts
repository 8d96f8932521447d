import type { Tone } from '@/components/ui/badge';
import type { Judgement } from '@/lib/learning/truth';

/** How well each judgement is; the word beside it says the same. */
export const JUDGEMENT_TONES = {
  hit: 'success',
  passed: 'success',
  wrong_control: 'warning',
  false_alarm: 'warning',
  missed: 'danger',
} as const satisfies Record<Judgement, Tone>;
