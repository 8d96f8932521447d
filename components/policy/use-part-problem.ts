'use client';

import { useTranslations } from 'next-intl';
import { useFieldErrors } from '@/components/forms/outcome';
import type { SummaryError } from '@/components/ui/error-summary';
import type { Problem } from '@/lib/kernel/problem';
import { byKeys } from './by-keys';
import type { NamedValue } from './named-value';
import { parameterName } from './parameter-name';
import { usePartLabel } from './part-label';

/** Says of a fault in a change which parameter and part it is in, the rule and what was entered, with the way to its field. */
export function usePartProblem(parts: readonly NamedValue[]): (problem: Problem) => SummaryError | null {
  const t = useTranslations('policy.form');
  const tPolicy = useTranslations('policy');
  const labelOf = usePartLabel();
  const errorText = useFieldErrors();
  return ({ pointer, code, value }) => {
    const [first, kind = '', key = '', ...rest] = pointer.split('.');
    const part = parts.find((one) => one.kind === kind && one.key === key);
    if (first !== 'parts' || !part) return null;
    const name = `${tPolicy(`kind.${kind}`)}: ${parameterName(tPolicy, kind, key)}`;
    const place = rest.length === 0 ? name : `${name}, ${labelOf(byKeys(part.value, rest))}`;
    const rule = errorText(code);
    const fieldId = rest.length === 0 ? `parameter.${kind}.${key}` : `part.${kind}.${key}.${rest.join('.')}`;
    return { message: value ? t('told', { place, rule, value }) : t('toldPlain', { place, rule }), fieldId };
  };
}
