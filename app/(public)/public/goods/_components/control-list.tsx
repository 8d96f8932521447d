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
  const common = commonSource(controls);
  return (
    <section aria-labelledby={`${id}-title`} className="flex flex-col gap-2">
      <h2 id={`${id}-title`}>{title}</h2>
      <p className="max-w-prose text-muted">{text}</p>
      {common ? <Source control={common} /> : null}
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {controls.map((control) => (
          <ControlItem key={control.key} control={control} isSourceSaid={common !== null} />
        ))}
      </ul>
    </section>
  );
}

function ControlItem({ control, isSourceSaid }: { control: Shown; isSourceSaid: boolean }) {
  const t = useTranslations('public.goods');
  const { key, status, ground, prefixes, found } = control;
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
      {isSourceSaid ? null : <Source control={control} />}
    </li>
  );
}

/** One of the controls where all come from one source and hold since one day: it is said once. */
function commonSource(controls: readonly Shown[]): Shown | null {
  const [first] = controls;
  const isCommon = controls.every(
    ({ source, edition, validFrom }) =>
      source === first?.source && edition === first.edition && validFrom === first.validFrom,
  );
  return first && isCommon ? first : null;
}

function Source({ control: { source, edition, validFrom } }: { control: PublicControl }) {
  const t = useTranslations('public.goods');
  return (
    <p className="text-muted text-sm">
      {t('source')}{' '}
      <span translate="no">
        {source} ({edition})
      </span>
      , {t('since')} <DateTime at={validFrom} show="date" />
    </p>
  );
}
