'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { ErrorSummary, type SummaryError } from '@/components/ui/error-summary';
import type { Problem } from '@/lib/kernel/problem';
import type { ActionState } from './action-state';
import { useReasonText } from './reason-text';

type OutcomeProps = {
  state: ActionState<unknown>;
  /** Names of the fields as the form shows them, by field name. */
  labels?: Readonly<Record<string, string>>;
  /** Where a field's id is not its name. */
  ids?: Readonly<Record<string, string>>;
  /** Says more of a problem than its code does, with the control to go to; null where the code is enough. */
  told?: (problem: Problem) => SummaryError | null;
};

/** What stands above a form after it was sent and not taken: every field to mend, or every reason of the refusal. */
export function Outcome({ state, labels = {}, ids = {}, told }: OutcomeProps) {
  const t = useTranslations('forms');
  const errorText = useFieldErrors();
  const reasonText = useReasonText();
  // One list per answer: the summary takes the focus whenever it gets another.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words belong to the answer
  const errors = useMemo((): SummaryError[] => {
    if (state.status === 'refused') {
      return state.reasons.map((reason) => ({ message: reasonText(reason), citation: reason.citation }));
    }
    if (state.status !== 'invalid') return [];
    const all = (told && state.problems) ?? [];
    const shown = all.flatMap((problem) => {
      const error = told?.(problem) ?? null;
      return error === null ? [] : [{ pointer: problem.pointer, error }];
    });
    const isTold = (field: string) => shown.some(({ pointer }) => pointer === field);
    const others = Object.entries(state.fieldErrors).filter(([field]) => !isTold(field));
    const plain = others.flatMap(([field, codes]) =>
      codes.map((code) => ({
        fieldId: ids[field] ?? (field || undefined),
        message: labels[field] ? `${labels[field]}: ${errorText(code)}` : errorText(code),
      })),
    );
    return [...plain, ...shown.map(({ error }) => error)];
    // oxlint-disable-next-line react/exhaustive-deps
  }, [state]);
  if (errors.length === 0) return null;
  const title = state.status === 'refused' ? t('refusedTitle') : t('errorTitle', { count: errors.length });
  return <ErrorSummary title={title} errors={errors} />;
}

/** Turns the code of a field's fault into a sentence. */
export function useFieldErrors(): (code: string) => string {
  const t = useTranslations('forms.errors');
  return (code) => (t.has(code) ? t(code) : t('invalid'));
}

/** The sentence beside one field, if it has a fault. */
export function useFieldError(state: ActionState<unknown>): (field: string) => string | undefined {
  const errorText = useFieldErrors();
  return (field) => {
    const code = state.status === 'invalid' ? state.fieldErrors[field]?.[0] : undefined;
    return code ? errorText(code) : undefined;
  };
}
