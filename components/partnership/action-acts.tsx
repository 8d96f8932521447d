'use client';

import { useTranslations } from 'next-intl';
import { SelectField, TextAreaField, TextField } from '@/components/ui/field';
import { ACTION_STATES, type ActionState, RESOLUTION_PLACES } from '@/lib/partnership/resolution';
import { type FormAction, FormDialog } from './form-dialog';
import { usePlaceName } from './place-name';

type Named = { readonly id: string; readonly name: string };

/** Adds an action to the plan. */
export function AddAction({ owners, action }: { owners: readonly Named[]; action: FormAction }) {
  const t = useTranslations('partnership.resolution');
  const placeName = usePlaceName();
  return (
    <FormDialog
      label={t('add')}
      isPrimary
      title={t('addTitle')}
      submit={t('submit')}
      done={t('added')}
      action={action}
      labels={{ place: t('placeLabel'), title: t('titleLabel'), ownerId: t('ownerLabel'), dueOn: t('dueLabel') }}
      fields={(errorOf) => (
        <>
          <SelectField
            name="place"
            label={t('placeLabel')}
            error={errorOf('place')}
            options={RESOLUTION_PLACES.map((value) => ({ value, label: placeName(value) }))}
          />
          <TextField name="title" label={t('titleLabel')} error={errorOf('title')} maxLength={200} required />
          <OwnerField owners={owners} error={errorOf('ownerId')} />
          <TextField name="dueOn" type="date" label={t('dueLabel')} error={errorOf('dueOn')} required />
        </>
      )}
    />
  );
}

type ChangeActionProps = {
  actionId: string;
  title: string;
  rowVersion: number;
  ownerId: string;
  dueOn: string;
  state: ActionState;
  note: string | null;
  owners: readonly Named[];
  action: FormAction;
};

/** Changes owner, date or state of an action. */
export function ChangeAction(props: ChangeActionProps) {
  const { actionId, title, rowVersion, ownerId, dueOn, state, note, owners, action } = props;
  const t = useTranslations('partnership.resolution');
  return (
    <FormDialog
      label={t('change')}
      labelOf={title}
      isSmall
      title={t('changeTitle', { title })}
      submit={t('save')}
      done={t('saved')}
      action={action}
      hidden={{ actionId, rowVersion: String(rowVersion) }}
      labels={{ ownerId: t('ownerLabel'), dueOn: t('dueLabel'), state: t('stateLabel'), note: t('note') }}
      fields={(errorOf) => (
        <>
          <OwnerField owners={owners} error={errorOf('ownerId')} chosen={ownerId} />
          <TextField
            name="dueOn"
            type="date"
            label={t('dueLabel')}
            error={errorOf('dueOn')}
            defaultValue={dueOn}
            required
          />
          <SelectField
            name="state"
            label={t('stateLabel')}
            error={errorOf('state')}
            defaultValue={state}
            options={ACTION_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
          />
          <TextAreaField
            name="note"
            label={t('note')}
            error={errorOf('note')}
            defaultValue={note ?? ''}
            maxLength={500}
          />
        </>
      )}
    />
  );
}

function OwnerField({ owners, error, chosen }: { owners: readonly Named[]; error?: string; chosen?: string }) {
  const t = useTranslations('partnership.resolution');
  return (
    <SelectField
      name="ownerId"
      label={t('ownerLabel')}
      error={error}
      defaultValue={chosen}
      options={owners.map(({ id, name }) => ({ value: id, label: name, isData: true }))}
    />
  );
}
