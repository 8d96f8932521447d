'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TextField } from '@/components/ui/field';

export type Named = { readonly id: string; readonly name: string };

/** Offices that stand in view; a longer list is looked through by name. */
const SHOWN = 60;

type OfficeChoiceProps = { offices: readonly Named[]; chosen: readonly string[] };

/** Any number of offices: those chosen stand first, the others are found by code or name. */
export function OfficeChoice({ offices, chosen }: OfficeChoiceProps) {
  const t = useTranslations('admin.user');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set(chosen));
  // What was picked stays where it stands until the page is shown anew: a line that jumps away is lost.
  const [first] = useState<ReadonlySet<string>>(new Set(chosen));
  const [find, setFind] = useState('');
  const isLong = offices.length > SHOWN;
  const wanted = find.trim().toLowerCase();
  const fits = ({ id, name }: Named) =>
    wanted === '' || id.toLowerCase().startsWith(wanted) || name.toLowerCase().includes(wanted);
  const matching = offices.filter(fits);
  const inOrder = [...matching.filter(({ id }) => first.has(id)), ...matching.filter(({ id }) => !first.has(id))];
  const shown = inOrder.slice(0, Math.max(SHOWN, first.size));
  const inView = new Set(shown.map(({ id }) => id));
  const pick = (id: string, isPicked: boolean) => {
    const next = new Set(picked);
    if (isPicked) next.add(id);
    else next.delete(id);
    setPicked(next);
  };
  return (
    <fieldset className="flex flex-col gap-1" aria-describedby="offices-hint">
      <legend className="font-medium text-sm">{t('offices')}</legend>
      <p id="offices-hint" className="text-muted text-xs">
        {t('officesHint')}
      </p>
      {isLong ? (
        <TextField
          name="findOffice"
          form=""
          label={t('findOffice')}
          value={find}
          onChange={(event) => setFind(event.target.value)}
          autoComplete="off"
          maxLength={100}
        />
      ) : null}
      <div className="grid max-h-64 gap-x-4 overflow-y-auto rounded-md border border-line p-2 sm:grid-cols-2">
        {shown.map(({ id, name }) => (
          <label key={id} className="flex min-h-target items-center gap-2 text-sm">
            <input
              type="checkbox"
              name="officeIds"
              value={id}
              checked={picked.has(id)}
              onChange={(event) => pick(id, event.target.checked)}
            />
            <span translate="no">
              {name} <span className="text-muted text-xs">{id}</span>
            </span>
          </label>
        ))}
      </div>
      {[...picked]
        .filter((id) => !inView.has(id))
        .map((id) => (
          <input key={id} type="hidden" name="officeIds" value={id} />
        ))}
      {isLong ? (
        <p className="text-muted text-xs" aria-live="polite">
          {t('officesShown', { shown: shown.length, matching: matching.length, picked: picked.size })}
        </p>
      ) : null}
    </fieldset>
  );
}
