'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SelectField } from '@/components/ui/field';
import { QUESTIONS, type QuestionCode } from '@/lib/clearance/questions';
import { REFERRAL_TYPES, type ReferralType } from '@/lib/clearance/reasons';
import { useActError } from './act-errors';
import { NoteField, OptionField } from './act-fields';

/** A question of the catalogue, read in full before it is sent, and own words beside it or in its place. */
export function AskFields() {
  const t = useTranslations('consignment.act');
  const tClearance = useTranslations('clearance');
  const [type, setType] = useState<ReferralType | ''>('');
  const [code, setCode] = useState<QuestionCode | ''>('');
  const error = useActError('act-questionCode');
  return (
    <>
      <OptionField
        name="type"
        label={t('questionType')}
        codes={REFERRAL_TYPES}
        group="referralType"
        onPick={(picked) => {
          setType(picked as ReferralType | '');
          setCode('');
        }}
      />
      {type ? (
        <>
          <SelectField
            id="act-questionCode"
            name={code ? 'questionCode' : 'noQuestionCode'}
            label={t('question')}
            prompt={t('ownQuestion')}
            value={code}
            error={error}
            onChange={(event) => setCode(event.currentTarget.value as QuestionCode | '')}
            options={QUESTIONS[type].map((value) => ({ value, label: tClearance(`questionTitle.${value}`) }))}
          />
          {code ? (
            <blockquote className="border-line-strong border-l-2 pl-2 text-sm" translate="no">
              {tClearance(`questionText.${code}`)}
            </blockquote>
          ) : null}
        </>
      ) : null}
      <NoteField
        name="question"
        label={t(code ? 'questionMore' : 'questionWords')}
        hint={t('questionHint')}
        isRequired={code === ''}
      />
    </>
  );
}
