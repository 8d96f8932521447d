'use client';

import { useTranslations } from 'next-intl';
import type { Reason } from '@/lib/kernel/problem';

/** Turns the reasons of a refusal into sentences, whichever area refused. */
export function useReasonText(): (reason: Reason) => string {
  const general = useTranslations('forms.reasons');
  const clearance = useTranslations('clearance.refusal');
  const identity = useTranslations('identity.refusal');
  const reference = useTranslations('reference.refusal');
  return ({ code, params }) => {
    const words = [general, identity, clearance, reference].find((t) => t.has(code));
    return words ? words(code, params) : general('unknown', { code });
  };
}
