import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import type { PublicControl } from '@/db/queries/public/list-controls';
import { HS_CHAPTERS } from '@/lib/codes/hs-chapters';
import type { ControlFound } from '@/lib/policy/find-controls';

type Shown = PublicControl & { readonly found?: ControlFound };
type ControlListProps = { id: string; title: string; text: string; controls: readonly Shown[] };

/** Controls under one heading: what is meant, what to do, and the provision. */
export function ControlList({ id, title, text, controls }: ControlListProps) {
  return (
    <section aria-labelledby={`${id}-title`} className="flex flex-col gap-2">
      <h2 id={`${id}-title`}>{title}</h2>
      <p className="max-w-prose text-muted">{text}</p>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {controls.map((control) => (
          <ControlItem key={control.key} control={control} />
        ))}
      </ul>
    </section>
  );
}

function ControlItem({ control }: { control: Shown }) {
  const t = useTranslations('public.goods');
  const { key, status, ground, prefixes, source, edition, validFrom, found } = control;
  const name = `control.${key}.name`;
  const next = `control.${key}.next`;
  return (
    <li className="flex flex-col gap-1.5 p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3>{t.has(name) ? t(name) : <span translate="no">{key}</span>}</h3>
        <Badge tone={status === 'prohibited' ? 'danger' : 'warning'}>{t(`${status}.word`)}</Badge>
      </div>
      {found ? <p className="text-sm">{t(`by.${found.by}`, { term: found.term })}</p> : null}
      <p className="max-w-prose">{t.has(next) ? t(next) : t(`${status}.next`)}</p>
      <p className="text-muted text-sm">
        {t('ground')} <span translate="no">{ground}</span>
      </p>
      {prefixes.length > 0 ? (
        <p className="text-muted text-sm">
          {t('codes')}{' '}
          <span translate="no">
            {prefixes
              .map((prefix) => (prefix.length === 2 ? `${prefix} (${HS_CHAPTERS.get(prefix) ?? ''})` : prefix))
              .join(', ')}
          </span>
        </p>
      ) : null}
      <p className="text-muted text-sm">
        {t('source')}{' '}
        <span translate="no">
          {source} ({edition})
        </span>
        , {t('since')} <DateTime at={validFrom} show="date" />
      </p>
    </li>
  );
}
