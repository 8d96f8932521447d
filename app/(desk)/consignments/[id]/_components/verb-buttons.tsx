'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useReasonText } from './refusals';
import type { Mode, OfferedVerb, Verb } from './verbs';

type VerbButtonsProps = { verbs: readonly OfferedVerb[]; open: Mode | null; onOpen: (mode: Verb) => void };

/** Four verbs on four keys: the advised one stands out, the open one is framed, a forbidden one says why below. */
export function VerbButtons({ verbs, open, onOpen }: VerbButtonsProps) {
  const t = useTranslations('consignment.act');
  const textOf = useReasonText();
  // Two verbs that the same fact forbids share its sentence.
  const why = new Map<string, OfferedVerb[]>();
  for (const verb of verbs)
    for (const reason of verb.reasons) {
      const text = textOf(reason);
      why.set(text, [...(why.get(text) ?? []), verb]);
    }
  return (
    <>
      <div className="grid grid-cols-2 gap-2">
        {verbs.map((verb) => (
          <Button
            key={verb.mode}
            id={`desk-${verb.mode}`}
            kbd={verb.keys}
            variant={verb.isAdvised ? 'primary' : 'secondary'}
            className={clsx(open === verb.mode && 'outline-2 outline-accent outline-offset-2')}
            disabled={!verb.isPossible}
            aria-expanded={open === verb.mode}
            aria-controls="desk-form"
            aria-describedby={verb.reasons.length > 0 ? 'desk-why' : verb.isAdvised ? 'desk-advised' : undefined}
            onClick={() => onOpen(verb.mode)}
          >
            {t(`verb.${verb.mode}`)}
          </Button>
        ))}
      </div>
      {verbs.some(({ isAdvised }) => isAdvised) ? (
        <p id="desk-advised" className="sr-only">
          {t('advised')}
        </p>
      ) : null}
      {why.size > 0 && verbs.some(({ isPossible }) => isPossible) ? (
        <ul id="desk-why" className="flex flex-col gap-1 text-muted text-xs">
          {[...why].map(([text, forbidden]) => (
            <li key={text}>
              <span className="font-semibold text-ink">
                {forbidden.map(({ mode }) => t(`verb.${mode}`)).join(', ')}:
              </span>{' '}
              {text}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
