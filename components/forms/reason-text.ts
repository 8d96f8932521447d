'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { Reason } from '@/lib/kernel/problem';
import { reasonValues } from './reason-values';

/** Turns the reasons of a refusal into sentences, whichever area refused, amounts as the reader writes them. */
export function useReasonText(): (reason: Reason) => string {
  const general = useTranslations('forms.reasons');
  const clearance = useTranslations('clearance.refusal');
  const identity = useTranslations('identity.refusal');
  const reference = useTranslations('reference.refusal');
  const locale = useLocale();
  return (reason) => {
    const { code } = reason;
    const words = [general, identity, clearance, reference].find((t) => t.has(code));
    return words ? words(code, reasonValues(locale, reason)) : general('unknown', { code });
  };
}
