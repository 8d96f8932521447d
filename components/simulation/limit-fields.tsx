'use client';

import { useTranslations } from 'next-intl';
import { parameterName } from '@/components/policy/parameter-name';
import { ValueGroupFields } from '@/components/policy/value-group-fields';
import { groupsOf } from '@/lib/policy/value-groups';
import type { LimitTexts } from './changes-draft';

type LimitFieldsProps = { limits: readonly LimitTexts[]; onLimits: (limits: readonly LimitTexts[]) => void };

/** The parts that something simulated hangs on; the others are of refusals at the intake, or words of the law. */
const COUNTING: Readonly<Record<string, readonly string[]>> = {
  low_value: ['limit'],
  reduced_dataset: ['limit', 'excluded'],
  vendor_scheme: ['prefix', 'digitsAfterState', 'stateCodes'],
};

/** The limits beside the law, each with what it is closed to and how its numbers look; what stands today is said beside what is typed. */
export function LimitFields({ limits, onLimits }: LimitFieldsProps) {
  const tPolicy = useTranslations('policy');
  return limits.map(({ key, value, texts }) => (
    <section key={key} aria-label={parameterName(tPolicy, 'threshold', key)} className="flex flex-col gap-2">
      <h3 className="font-semibold text-sm">{parameterName(tPolicy, 'threshold', key)}</h3>
      {groupsOf(value).map((group) => (
        <ValueGroupFields
          key={group.id}
          group={{ ...group, fields: group.fields.filter(({ name }) => COUNTING[key]?.includes(name) ?? true) }}
          texts={texts}
          prefix={`threshold.${key}.`}
          onText={(name, text) =>
            onLimits(limits.map((one) => (one.key === key ? { ...one, texts: { ...texts, [name]: text } } : one)))
          }
        />
      ))}
    </section>
  ));
}
