import { useLocale, useTranslations } from 'next-intl';
import { ReasonTable } from '@/components/model/reason-table';
import { useReasonText } from '@/components/model/use-reason-text';
import { formatPercent } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { ChanceView } from '@/db/queries/model/chance-of';

/** Reasons of each direction that stand open; all of them are one key away. */
const TOP = 2;
/** Nothing ranks above itself. */
const RANK_MAX = 0.999;

type ModelChanceProps = {
  view: ChanceView;
  /** What the version in shadow says, for who may know. */
  shadow: ChanceView | null;
  /** The page of the model, for who may read it. */
  href: string | null;
};

/** What the risk model expects of a consignment and why: a rank, shown apart from what decides. */
export function ModelChance({ view, shadow, href }: ModelChanceProps) {
  const t = useTranslations('model');
  const locale = useLocale();
  const textOf = useReasonText();
  const percent = (ratio: number) => formatPercent(locale, ratio);
  const version = t('chance.versionValue', { version: view.modelVersion, kind: t(`kind.${view.kind}`) });
  const strongest = (isFor: boolean) =>
    view.reasons.filter(({ points }) => points > 0 === isFor && points !== 0).slice(0, TOP);
  const figures = [
    [t('chance.rank'), t('chance.rankValue', { rank: percent(Math.min(view.rank, RANK_MAX)) })],
    ...(view.criticalChance === null ? [] : [[t('chance.critical'), percent(view.criticalChance)]]),
    [
      t('chance.version'),
      href ? (
        <TextLink key="version" href={href}>
          {version}
        </TextLink>
      ) : (
        version
      ),
    ],
  ] as const;
  return (
    <Panel title={t('chance.title', { chance: percent(view.chance) })} description={t('chance.text')}>
      <dl className="mb-2 flex flex-wrap gap-x-6 gap-y-1 border-line border-b pb-2">
        {figures.map(([label, value]) => (
          <div key={String(label)}>
            <dt className="text-muted text-xs">{label}</dt>
            <dd className="font-semibold text-sm">{value}</dd>
          </div>
        ))}
      </dl>
      <dl className="flex flex-col gap-1 text-sm">
        {([true, false] as const).map((isFor) => {
          const reasons = strongest(isFor);
          return reasons.length === 0 ? null : (
            <div key={String(isFor)}>
              <dt className="text-muted text-xs">{t(isFor ? 'chance.for' : 'chance.against')}</dt>
              {reasons.map((reason) => (
                <dd key={reason.reason}>
                  <strong className="font-semibold">{t(`reason.${reason.reason}.name`)}</strong>
                  {' · '}
                  <bdi>{textOf(reason, view.currency)}</bdi>
                </dd>
              ))}
            </div>
          );
        })}
      </dl>
      <details className="mt-1">
        <summary className="inline-flex min-h-target items-center rounded-sm text-accent text-sm">
          {t('chance.all', { count: view.reasons.length })}
        </summary>
        <ReasonTable view={view} />
        <p className="mt-1 text-muted text-xs">{t('chance.note')}</p>
      </details>
      {shadow ? (
        <p className="mt-1 text-muted text-xs">
          {t('chance.shadow', { version: shadow.modelVersion, chance: percent(shadow.chance) })}
        </p>
      ) : null}
    </Panel>
  );
}
