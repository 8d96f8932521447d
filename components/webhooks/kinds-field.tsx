'use client';

import { useTranslations } from 'next-intl';
import { FieldError } from '@/components/ui/field-frame';
import { SUBSCRIBABLE_KINDS, type SubscribableKind } from '@/lib/webhooks/told-kinds';

type KindsFieldProps = {
  checked: readonly SubscribableKind[];
  error?: string;
  /** A heading beside the field already says its name. */
  legendHidden?: boolean;
};

/** What an address is told of, each with what it says. */
export function KindsField({ checked, error, legendHidden = false }: KindsFieldProps) {
  const t = useTranslations('webhooks');
  return (
    <fieldset className="flex flex-col gap-1" aria-describedby={error ? 'kinds-error' : undefined}>
      <legend className={legendHidden ? 'sr-only' : 'mb-1 font-medium text-sm'}>{t('kinds')}</legend>
      <FieldError id="kinds-error" error={error} />
      <div className="grid gap-x-6 sm:grid-cols-2">
        {SUBSCRIBABLE_KINDS.map((kind, index) => (
          <label key={kind} className="flex min-h-target items-start gap-2 py-1 text-sm">
            <input
              type="checkbox"
              id={index === 0 ? 'kinds' : undefined}
              name="kinds"
              value={kind}
              defaultChecked={checked.includes(kind)}
              aria-describedby={`kind-${kind}`}
              className="mt-0.5 size-4 shrink-0"
            />
            <span>
              {t(`kind.${kind}`)}
              <span id={`kind-${kind}`} className="block text-muted text-xs">
                {t(`kindHint.${kind}`)}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
