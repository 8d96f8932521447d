'use client';

import { useTranslations } from 'next-intl';
import { SelectField, TextField } from '@/components/ui/field';
import { INDICATOR_CODES, type IndicatorCode } from '@/lib/assessment/types';
import { selectionOf } from './changes-draft';

type SelectionFieldsProps = {
  standing: Parameters<typeof selectionOf>[0];
  texts: Readonly<Record<string, string>>;
  onTexts: (texts: Readonly<Record<string, string>>) => void;
};

/** Where lanes begin, and how much is drawn at random. */
export function SelectionFields({ standing, texts, onTexts }: SelectionFieldsProps) {
  const t = useTranslations('simulation.form.selection');
  return (
    <div className="grid items-start gap-3 sm:grid-cols-3 lg:grid-cols-5">
      {selectionOf(standing).map(({ kind, key, value, figure }) => {
        const name = `${kind}.${key}`;
        const word = `${kind}_${key}`;
        return (
          <TextField
            key={name}
            name={`selection.${name}`}
            label={t(word)}
            hint={t('was', { text: String(value[figure] ?? '') })}
            inputMode="decimal"
            autoComplete="off"
            value={texts[name] ?? ''}
            onChange={(event) => onTexts({ ...texts, [name]: event.target.value })}
          />
        );
      })}
    </div>
  );
}

type IndicatorFieldsProps = {
  texts: Readonly<Partial<Record<IndicatorCode, string>>>;
  onTexts: (texts: Readonly<Partial<Record<IndicatorCode, string>>>) => void;
};

/** Indicators that count otherwise: one is added, switched off, and counts more or less from there. */
export function IndicatorFields({ texts, onTexts }: IndicatorFieldsProps) {
  const t = useTranslations('simulation.form');
  const tTitle = useTranslations('risk.indicator');
  const chosen = INDICATOR_CODES.filter((code) => texts[code] !== undefined);
  const others = INDICATOR_CODES.filter((code) => texts[code] === undefined);
  return (
    <div className="grid items-start gap-3 sm:grid-cols-3">
      {chosen.map((code) => (
        <TextField
          key={code}
          name={`indicator.${code}`}
          label={tTitle(`${code}.title`)}
          hint={t('indicatorHint')}
          inputMode="numeric"
          autoComplete="off"
          value={texts[code] ?? ''}
          onChange={(event) => onTexts({ ...texts, [code]: event.target.value })}
        />
      ))}
      {others.length > 0 ? (
        <SelectField
          name="addIndicator"
          label={t('addIndicator')}
          value=""
          prompt={t('chooseIndicator')}
          options={others.map((code) => ({ value: code, label: tTitle(`${code}.title`) }))}
          onChange={(event) => {
            const added = others.find((code) => code === event.target.value);
            if (added) onTexts({ ...texts, [added]: '0' });
          }}
        />
      ) : null}
    </div>
  );
}
