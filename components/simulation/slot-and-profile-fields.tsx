'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import type { SimulationChoices } from '@/db/queries/simulation/simulation-choices';
import { CONTROL_TYPES } from '@/lib/consignment/codes';
import type { SlotTexts } from './changes-draft';

type SlotFieldsProps = {
  slots: readonly SlotTexts[];
  offices: NonNullable<SimulationChoices['offices']>;
  officeNames: Readonly<Record<string, string>>;
  onSlots: (slots: readonly SlotTexts[]) => void;
};

/** Other slots for some offices: one is added with those it has, and altered from there. */
export function SlotFields({ slots, offices, officeNames, onSlots }: SlotFieldsProps) {
  const t = useTranslations('simulation.form');
  const nameOf = (officeId: string) => officeNames[officeId] ?? officeId;
  const others = offices.filter(({ officeId }) => slots.every((one) => one.officeId !== officeId));
  const text = (count: number | null) => (count === null ? '' : String(count));
  return (
    <div className="flex flex-col gap-3">
      {slots.map((one) => (
        <fieldset key={one.officeId} className="grid items-end gap-3 sm:grid-cols-[1fr_1fr_1fr_auto]">
          <legend className="mb-1 font-medium text-sm">
            <bdi translate="no">{nameOf(one.officeId)}</bdi>
          </legend>
          {CONTROL_TYPES.map((control) => (
            <TextField
              key={control}
              name={`slots.${one.officeId}.${control}`}
              label={t(control)}
              inputMode="numeric"
              autoComplete="off"
              value={one[control]}
              onChange={(event) =>
                onSlots(
                  slots.map((other) =>
                    other.officeId === one.officeId ? { ...other, [control]: event.target.value } : other,
                  ),
                )
              }
            />
          ))}
          <Button
            aria-label={t('removeOffice', { office: nameOf(one.officeId) })}
            onClick={() => onSlots(slots.filter(({ officeId }) => officeId !== one.officeId))}
            icon={<Trash2 className="size-4" aria-hidden="true" />}
          />
        </fieldset>
      ))}
      {others.length > 0 ? (
        <SelectField
          name="addOffice"
          label={t('addOffice')}
          className="max-w-sm"
          value=""
          prompt={t('chooseOffice')}
          options={others.map(({ officeId }) => ({ value: officeId, label: nameOf(officeId), isData: true }))}
          onChange={(event) => {
            const added = others.find(({ officeId }) => officeId === event.target.value);
            if (!added) return;
            const { documents, nii, physical } = added.slots;
            const own = { documents: text(documents), nii: text(nii), physical: text(physical) };
            onSlots([...slots, { officeId: added.officeId, ...own }]);
          }}
        />
      ) : null}
    </div>
  );
}

type ProfileFieldsProps = {
  profiles: NonNullable<SimulationChoices['profiles']>;
  uses: Readonly<Record<string, string>>;
  onUses: (uses: Readonly<Record<string, string>>) => void;
};

/** Profiles switched off or on for the whole period. */
export function ProfileFields({ profiles, uses, onUses }: ProfileFieldsProps) {
  const t = useTranslations('simulation.form');
  return (
    <div className="grid items-start gap-3 sm:grid-cols-2">
      {profiles.map(({ profileId, number, title, versions }) => (
        <SelectField
          key={profileId}
          name={`profile.${profileId}`}
          label={<bdi translate="no">{t('profile', { number, title })}</bdi>}
          value={uses[profileId] ?? ''}
          options={[
            { value: '', label: t('asItWas') },
            { value: 'off', label: t('off') },
            ...versions.map((version) => ({ value: String(version), label: t('on', { version }) })),
          ]}
          onChange={(event) => onUses({ ...uses, [profileId]: event.target.value })}
        />
      ))}
    </div>
  );
}
