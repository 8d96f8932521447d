'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useCallback, useMemo } from 'react';
import type { ActionState } from '@/components/forms/action-state';
import { reasonValues } from '@/components/forms/reason-values';
import { Button } from '@/components/ui/button';
import { ErrorSummary, type SummaryError } from '@/components/ui/error-summary';
import type { Reason } from '@/lib/kernel/problem';

/** Why an act did not happen: reasons of the rules, or fields that were not understood. */
export type Refused = {
  readonly reasons: readonly Reason[];
  readonly fieldErrors: Readonly<Record<string, readonly string[]>>;
};

/** What stopped an act; null when nothing did. */
export function refusedBy<Data>(state: ActionState<Data>): Refused | null {
  if (state.status === 'refused') return { reasons: state.reasons, fieldErrors: {} };
  if (state.status === 'invalid') return { reasons: [], fieldErrors: state.fieldErrors };
  return null;
}

/** What is not told beside a control of the form; null where all of it is. */
export function toldElsewhere(refused: Refused | null, beside: readonly string[]): Refused | null {
  if (!refused) return null;
  const reasons = refused.reasons.filter(({ pointer }) => pointer === undefined || !beside.includes(pointer));
  const fields = Object.entries(refused.fieldErrors).filter(([field]) => !beside.includes(field));
  return reasons.length + fields.length > 0 ? { reasons, fieldErrors: Object.fromEntries(fields) } : null;
}

/** The sentence of a reason, whichever part of the catalogue it stands in, amounts as the reader writes them. */
export function useReasonText(): (reason: Reason) => string {
  const tRefusal = useTranslations('clearance.refusal');
  const tForms = useTranslations('forms');
  const t = useTranslations('consignment.act');
  const locale = useLocale();
  return useCallback(
    (reason: Reason) => {
      const { code } = reason;
      const params = reasonValues(locale, reason);
      if (tRefusal.has(code)) return tRefusal(code, params);
      return tForms.has(`reasons.${code}`) ? tForms(`reasons.${code}`, params) : t('refusedOther', { code });
    },
    [locale, t, tForms, tRefusal],
  );
}

/** The refusal beside the button, with a way to look again where the consignment has moved on. */
export function Refusals({ refused }: { refused: Refused | null }) {
  const t = useTranslations('consignment.act');
  const router = useRouter();
  const errors = useActSummary(refused);
  if (errors.length === 0) return null;
  const isBehind = refused?.reasons.some(({ code }) =>
    /^(row|claim|status|hold\.lifted|referral\.answered|seizure\.withdrawn)/.test(code),
  );
  return (
    <div className="flex flex-col gap-2">
      <ErrorSummary title={t('refused')} errors={errors} />
      {isBehind ? (
        <Button size="sm" className="self-start" onClick={() => router.refresh()}>
          {t('reload')}
        </Button>
      ) : null}
    </div>
  );
}

/** What stopped an act, each with its sentence and the control it is about. */
export function useActSummary(refused: Refused | null): SummaryError[] {
  const t = useTranslations('consignment.act');
  const tForms = useTranslations('forms');
  const textOf = useReasonText();
  // The summary takes the focus when its list changes, so the list must be the same object between renders.
  return useMemo<SummaryError[]>(() => {
    if (!refused) return [];
    const fields = Object.entries(refused.fieldErrors).flatMap(([field, codes]) =>
      codes.map((code) => ({
        fieldId: `act-${field}`,
        message: tForms.has(`errors.${code}`) ? tForms(`errors.${code}`) : t('refusedOther', { code }),
      })),
    );
    return [
      ...refused.reasons.map((reason) => ({
        message: textOf(reason),
        citation: reason.citation,
        fieldId: reason.pointer ? `act-${reason.pointer.replaceAll('.', '-')}` : undefined,
      })),
      ...fields,
    ];
  }, [refused, t, tForms, textOf]);
}
