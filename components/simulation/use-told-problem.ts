'use client';

import { useTranslations } from 'next-intl';
import { useFieldErrors } from '@/components/forms/outcome';
import { byKeys } from '@/components/policy/by-keys';
import { parameterName } from '@/components/policy/parameter-name';
import { usePartLabel } from '@/components/policy/part-label';
import type { SummaryError } from '@/components/ui/error-summary';
import type { SimulationChoices } from '@/db/queries/simulation/simulation-choices';
import type { Problem } from '@/lib/kernel/problem';

type Value = Readonly<Record<string, unknown>>;

/** Says of a fault where it is, which rule it breaks and what was entered, with the way to its field. */
export function useToldProblem(
  law: Value | null,
  officeNames: Readonly<Record<string, string>>,
  profiles: NonNullable<SimulationChoices['profiles']>,
): (problem: Problem) => SummaryError | null {
  const t = useTranslations('simulation.form');
  const tPolicy = useTranslations('policy');
  const tIndicator = useTranslations('risk.indicator');
  const labelOf = usePartLabel();
  const errorText = useFieldErrors();
  const head: Readonly<Record<string, string>> = { title: t('name'), fromOn: t('from'), toOn: t('to') };
  const placeOf = (pointer: string): { readonly place: string; readonly fieldId?: string } => {
    const [first = '', kind = '', key = '', ...rest] = pointer.split('.');
    if (first !== 'changes') return { place: head[first] ?? first, fieldId: first };
    const kindName = () => `${tPolicy(`kind.${kind}`)}: ${parameterName(tPolicy, kind, key)}`;
    switch (kind) {
      case 'charge_law':
        return { place: labelOf(byKeys(law, rest)), fieldId: `part.${rest.join('.')}` };
      case 'threshold':
        return {
          place: [kindName(), labelOf(rest)].filter(Boolean).join(', '),
          fieldId: `threshold.${key}.${rest.join('.')}`,
        };
      case 'vat_rate':
        return { place: kindName(), fieldId: `vat.${key}` };
      case 'duty_rate':
        return { place: kindName(), fieldId: 'duties' };
      case 'exchange_rate':
        return { place: kindName(), fieldId: 'exchange' };
      case 'lane':
      case 'random':
      case 'capacity': {
        const name = t.has(`selection.${kind}_${key}`) ? t(`selection.${kind}_${key}`) : kindName();
        return { place: name, fieldId: `selection.${kind}.${key}` };
      }
      case 'indicators': {
        const name = tIndicator.has(`${key}.title`) ? tIndicator(`${key}.title`) : key;
        return { place: `${t('where.indicators')}: ${name}`, fieldId: `indicator.${key}` };
      }
      case 'slots': {
        const [control = 'documents'] = rest;
        const parts = [t('where.slots'), officeNames[key] ?? key, ...(rest.length > 0 ? [t(control as 'nii')] : [])];
        return { place: parts.filter(Boolean).join(', '), fieldId: `slots.${key}.${control}` };
      }
      case 'profiles': {
        const number = profiles.find(({ profileId }) => profileId === key)?.number;
        return { place: `${t('where.profiles')} ${number ?? key}`, fieldId: `profile.${key}` };
      }
      case 'minutes':
        return { place: `${t('where.minutes')}, ${t((key || 'documents') as 'nii')}`, fieldId: `minutes.${key}` };
      default:
        return { place: kind };
    }
  };
  return ({ pointer, code, value }) => {
    const { place, fieldId } = placeOf(pointer);
    const rule = errorText(code);
    const message = value ? t('told', { place, rule, value }) : t('toldPlain', { place, rule });
    return { message, fieldId };
  };
}
