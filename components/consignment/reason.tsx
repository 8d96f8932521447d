import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { FieldLabel, useFieldName } from './field-label';
import { Badge } from '@/components/ui/badge';
import type { Indicator } from '@/lib/assessment/types';

/** The panel a field stands in. */
function panelOf(pointer = ''): string {
  if (pointer.startsWith('items.')) return 'goods';
  return /^(sender|recipient)_/.test(pointer) ? 'parties' : 'declared';
}

/**
 * One indicator as a sentence with its values, its points and the fields it rests on; those link to where they stand,
 * so that focus lights them as the pointer does.
 */
export function Reason({ indicator, isStrong = false }: { indicator: Indicator; isStrong?: boolean }) {
  const t = useTranslations('consignment.verdict');
  const tRisk = useTranslations('risk');
  const { code, values, pointers, points, mandatory } = indicator;
  const control = `control.${values.ground}`;
  const nameOf = useFieldName();
  const fields = typeof values.fields === 'string' ? values.fields.split(' ').filter(Boolean) : [];
  const fieldNames = fields.map((field) =>
    field
      .split('|')
      .map(nameOf)
      .reduce((first, second) => tRisk('fieldOr', { first, second })),
  );
  // Matches of denied parties that were kept before they told by what they match.
  const known = code === 'denied_party' ? { by: 'unsaid', more: values.others ?? 0, ...values } : values;
  const named = values.ground && tRisk.has(control) ? { ...known, ground: tRisk(control) } : known;
  const more = [
    ...(fieldNames.length > 0 ? [tRisk('missingFields', { fields: fieldNames.join(', ') })] : []),
    ...(values.others && values.otherItems
      ? [tRisk('also', { count: Number(values.others), items: String(values.otherItems) })]
      : []),
  ].join(' ');
  return (
    <li
      data-rests-on={pointers.join(' ')}
      className="grid grid-cols-[2.5rem_minmax(0,1fr)] gap-x-2 rounded-md px-2 py-1 hover:bg-hover data-lit:bg-warning-bg"
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
              <Badge tone={mandatory === true ? 'danger' : 'warning'}>
                {mandatory === true ? t('mandatory') : t('mandatoryPapers')}
              </Badge>
            </>
          ) : null}
          {' · '}
          <bdi>
            {tRisk(`indicator.${code}.sentence`, named)} {more}
          </bdi>
        </p>
        {code === 'data_quality' ? (
          <a href="#quality-title" className="inline-block rounded-sm py-1 pr-3 text-muted text-xs hover:underline">
            {t('whyDoubtful')}
          </a>
        ) : null}
        {pointers.length > 0 ? (
          <a
            href={`#${panelOf(pointers[0])}`}
            className="inline-block rounded-sm py-1 text-muted text-xs hover:underline"
          >
            {t('restsOn')}{' '}
            {pointers.slice(0, 6).map((pointer, index) => (
              <Fragment key={pointer}>
                {index > 0 ? ', ' : null}
                <FieldLabel pointer={pointer} />
              </Fragment>
            ))}
            {pointers.length > 6 ? ` ${t('moreFields', { count: pointers.length - 6 })}` : null}
          </a>
        ) : null}
      </div>
    </li>
  );
}
