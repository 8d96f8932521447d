'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { Callout } from '@/components/ui/callout';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Named } from './office-choice';
import { PartnerDefaultsFields, useDefaultLabels } from './partner-defaults-fields';

type ChangePartnerDefaultsFormProps = {
  partner: { id: string; defaultOfficeId: string | null; transitDays: number | null; defaultChannel: string | null };
  offices: readonly Named[];
  action: (previous: ActionState, input: FormData) => Promise<ActionState>;
};

/** The dialogs of the page have a reason too. */
const REASON_ID = 'defaults-reason';

/** Changes what messages of a partner mean where they name none, with the reason. */
export function ChangePartnerDefaultsForm({ partner, offices, action }: ChangePartnerDefaultsFormProps) {
  const t = useTranslations('admin.partner.defaults');
  const tForms = useTranslations('forms');
  const [state, dispatch] = useActionState(action, IDLE);
  const errorOf = useFieldError(state);
  const labels = useDefaultLabels();
  const present = {
    defaultOfficeId: partner.defaultOfficeId ?? '',
    transitDays: partner.transitDays === null ? '' : String(partner.transitDays),
    defaultChannel: partner.defaultChannel ?? '',
  };
  const typed = state.status === 'invalid' ? state.values : {};
  return (
    // The key gives the fields the values of the partner as it stands after a change.
    <form key={Object.values(present).join(' ')} action={dispatch} className="flex max-w-md flex-col gap-3">
      <Outcome state={state} labels={{ ...labels, reason: tForms('reason') }} ids={{ reason: REASON_ID }} />
      {state.status === 'ok' ? (
        <Callout tone="success" live>
          {t('changed')}
        </Callout>
      ) : null}
      <input type="hidden" name="partnerId" value={partner.id} />
      <input type="hidden" name="seenOfficeId" value={present.defaultOfficeId} />
      <input type="hidden" name="seenTransitDays" value={present.transitDays} />
      <input type="hidden" name="seenChannel" value={present.defaultChannel} />
      <PartnerDefaultsFields offices={offices} chosen={{ ...present, ...typed }} errorOf={errorOf} />
      <TextField
        name="reason"
        id={REASON_ID}
        label={tForms('reason')}
        hint={tForms('reasonHint')}
        error={errorOf('reason')}
        defaultValue={typed.reason}
        required
        maxLength={500}
      />
      <div>
        <SubmitButton variant="primary">{t('submit')}</SubmitButton>
      </div>
    </form>
  );
}
