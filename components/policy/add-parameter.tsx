'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import type { NamedValue } from './named-value';
import { parameterName } from './parameter-name';

type AddParameterProps = { choices: readonly NamedValue[]; onAdd: (one: NamedValue) => void };

/** Takes a further parameter into a change. */
export function AddParameter({ choices, onAdd }: AddParameterProps) {
  const t = useTranslations('policy.form');
  const tPolicy = useTranslations('policy');
  const [chosen, setChosen] = useState('');
  const nameOf = ({ kind, key }: NamedValue) => `${kind}.${key}`;
  const one = choices.find((choice) => nameOf(choice) === chosen);
  if (choices.length === 0) return null;
  return (
    <div className="flex flex-wrap items-end gap-3 border-line border-t pt-3">
      <SelectField
        name="further"
        label={t('further')}
        hint={t('furtherHint')}
        prompt={t('chooseParameter')}
        className="max-w-lg flex-1 basis-64"
        value={chosen}
        onChange={({ target }) => setChosen(target.value)}
        options={choices.map((choice) => ({
          value: nameOf(choice),
          label: `${tPolicy(`kind.${choice.kind}`)}: ${parameterName(tPolicy, choice.kind, choice.key)}`,
        }))}
      />
      <Button
        aria-disabled={one === undefined || undefined}
        onClick={() => {
          if (!one) return;
          onAdd(one);
          setChosen('');
        }}
      >
        {t('add')}
      </Button>
    </div>
  );
}
