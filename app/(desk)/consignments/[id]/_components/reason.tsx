import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { FieldLabel } from '@/components/consignment/field-label';
import { Badge } from '@/components/ui/badge';
import type { Indicator } from '@/lib/assessment/types';

/** One indicator as a sentence with its values, its points and the fields it rests on; reached by Tab, so that a keyboard lights them too. */
export function Reason({ indicator, isStrong = false }: { indicator: Indicator; isStrong?: boolean }) {
  const t = useTranslations('consignment.verdict');
  const tRisk = useTranslations('risk');
  const { code, values, pointers, points, mandatory } = indicator;
  const control = `control.${values.ground}`;
  const named = values.ground && tRisk.has(control) ? { ...values, ground: tRisk(control) } : values;
  return (
    <li
      data-rests-on={pointers.join(' ')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: focus shows the fields of the reason as the pointer does
      tabIndex={0}
      className="grid grid-cols-[2.5rem_minmax(0,1fr)] gap-x-2 rounded-md px-2 py-1.5 hover:bg-hover data-lit:bg-warning-bg"
    >
      <span className="text-right font-semibold text-sm" title={t('points', { points })}>
        <span aria-hidden="true" translate="no">
          +{points}
        </span>
        <span className="sr-only">{t('points', { points })}</span>
      </span>
      <div className="min-w-0">
        <p className={clsx(isStrong ? 'text-base' : 'text-sm')}>
          <strong className="font-semibold">{tRisk(`indicator.${code}.title`)}</strong>
          {mandatory ? (
            <>
              {' '}
              <Badge tone="danger">{t('mandatory')}</Badge>
            </>
          ) : null}
          {' · '}
          <bdi>{tRisk(`indicator.${code}.sentence`, named)}</bdi>
        </p>
        {pointers.length > 0 ? (
          <p className="text-muted text-xs">
            {t('restsOn')}{' '}
            {pointers.slice(0, 6).map((pointer, index) => (
              <Fragment key={pointer}>
                {index > 0 ? ', ' : null}
                <FieldLabel pointer={pointer} />
              </Fragment>
            ))}
            {pointers.length > 6 ? ` ${t('moreFields', { count: pointers.length - 6 })}` : null}
          </p>
        ) : null}
      </div>
    </li>
  );
}
