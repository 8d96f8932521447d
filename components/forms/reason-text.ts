'use client';

import { useLocale, useTranslations } from 'next-intl';
import { groupDecimals } from '@/components/ui/format';
import type { Reason } from '@/lib/kernel/problem';

/** Turns the reasons of a refusal into sentences, whichever area refused, amounts as the reader writes them. */
export function useReasonText(): (reason: Reason) => string {
  const general = useTranslations('forms.reasons');
  const clearance = useTranslations('clearance.refusal');
  const identity = useTranslations('identity.refusal');
  const reference = useTranslations('reference.refusal');
  const locale = useLocale();
  return ({ code, params }) => {
    const words = [general, identity, clearance, reference].find((t) => t.has(code));
    return words ? words(code, params && groupDecimals(locale, params)) : general('unknown', { code });
  };
}
