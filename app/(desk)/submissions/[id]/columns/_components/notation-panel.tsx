'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { SelectField } from '@/components/ui/field';
import { Panel } from '@/components/ui/panel';
import {
  DATE_FORMS,
  DECIMAL_MARKS,
  DELIMITERS,
  type Delimiter,
  type LayoutChoice,
  MASS_UNITS,
} from '@/lib/intake/layout';

const NAMES: Readonly<Record<Delimiter, 'comma' | 'semicolon' | 'tab' | 'bar'>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
};

type NotationPanelProps = {
  delimiter: Delimiter;
  choice: LayoutChoice;
  onChange: (part: Partial<LayoutChoice>) => void;
  hrefOfCut: string;
};

/** How the file writes what it holds: one choice each, guessed from its first rows. */
export function NotationPanel({ delimiter, choice, onChange, hrefOfCut }: NotationPanelProps) {
  const t = useTranslations('submissions.mapping');
  const router = useRouter();
  const { decimalMark, dateForm, massUnit } = choice;
  return (
    <Panel title={t('notation')}>
      <div className="grid grid-cols-2 gap-3">
        <SelectField
          name="dateForm"
          label={t('dates')}
          value={dateForm}
          onChange={(event) => onChange({ dateForm: event.target.value as LayoutChoice['dateForm'] })}
          options={DATE_FORMS.map((value) => ({ value, label: t(`dateForm.${value}`) }))}
        />
        <SelectField
          name="decimalMark"
          label={t('numbers')}
          value={decimalMark}
          onChange={(event) => onChange({ decimalMark: event.target.value as LayoutChoice['decimalMark'] })}
          options={DECIMAL_MARKS.map((value) => ({ value, label: t(`decimalMark.${value}`) }))}
        />
        <SelectField
          name="massUnit"
          label={t('masses')}
          value={massUnit}
          onChange={(event) => onChange({ massUnit: event.target.value as LayoutChoice['massUnit'] })}
          options={MASS_UNITS.map((value) => ({ value, label: t(`massUnit.${value}`) }))}
        />
        <SelectField
          name="delimiter"
          label={t('delimiter')}
          value={delimiter}
          // Another delimiter cuts other columns: the page begins anew.
          onChange={(event) => router.push(`${hrefOfCut}?cut=${encodeURIComponent(event.target.value)}` as Route)}
          options={DELIMITERS.map((value) => ({ value, label: t(`delimiters.${NAMES[value]}`) }))}
        />
      </div>
      <p className="pt-2 text-muted text-xs">{t('notationText')}</p>
    </Panel>
  );
}
