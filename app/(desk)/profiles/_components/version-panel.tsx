import { useLocale, useTranslations } from 'next-intl';
import { useConditionWords } from '@/components/profile/use-condition-words';
import { Badge, type Tone } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { formatInstant } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import type { VersionView } from '@/db/queries/profile/list-profiles';
import type { PolicyCurrency } from '@/lib/policy/policy';
import type { ProfileAct, ProfileState } from '@/lib/profile/life-cycle';
import { useEffectText } from './use-effect-text';
import { VersionActs } from './version-acts';
import { VersionChanges } from './version-changes';

export const STATE_TONES: Readonly<Record<ProfileState, Tone>> = {
  proposed: 'warning',
  shadow: 'info',
  active: 'success',
  suspended: 'danger',
  refused: 'neutral',
  retired: 'neutral',
  superseded: 'neutral',
};

type VersionPanelProps = {
  profileId: string;
  version: VersionView;
  /** The one it is told apart from; null for the first. */
  before: VersionView | null;
  /** What the reader may do with it. */
  acts: readonly ProfileAct[];
  currency: PolicyCurrency;
  /** Of lists that people keep, by key. */
  listTitles: ReadonlyMap<string, string>;
};

/** One version in words: what it selects and why, where it stands, and what may be done with it. */
export function VersionPanel({ profileId, version, before, acts, currency, listTitles }: VersionPanelProps) {
  const t = useTranslations('profile');
  const locale = useLocale();
  const linesOf = useConditionWords(currency, listTitles);
  const { content, state } = version;
  const effectText = useEffectText();
  const until = version.state === 'shadow' ? version.shadowUntil : version.expiresOn;
  return (
    <Panel
      title={
        <span className="inline-flex flex-wrap items-center gap-2">
          {t('version.title', { version: version.version })}
          <Badge tone={version.isOver ? 'neutral' : STATE_TONES[state]}>
            {t(`state.${version.isOver ? 'over' : state}`)}
          </Badge>
        </span>
      }
      description={t(`stateText.${version.isOver ? 'over' : state}`, {
        until: until ? formatInstant(locale, new Date(`${until}T00:00:00Z`), 'date') : '',
      })}
      actions={
        <VersionActs acts={acts} profileId={profileId} version={version.version} rowVersion={version.rowVersion} />
      }
    >
      {version.isOwn && state === 'proposed' ? <p className="mb-3 text-muted text-sm">{t('act.ownText')}</p> : null}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-2">
        <section aria-label={t('version.conditions')}>
          <ul className="flex flex-col gap-1 text-sm">
            {linesOf(content.tree).map(({ key, depth, text }) => (
              <li key={key} style={{ paddingLeft: `${depth}rem` }} className={depth === 0 ? 'font-medium' : undefined}>
                {text}
              </li>
            ))}
          </ul>
        </section>
        <DescriptionList
          items={[
            { term: t('column.effect'), value: effectText(content.effect) },
            { term: t('form.harm'), value: content.harm, data: true },
            { term: t('form.ground'), value: content.ground, data: true },
            { term: t('form.instruction'), value: content.instruction, data: true },
            {
              term: t('version.expected'),
              value: t('version.expectedText', { percent: content.expectedHitPercent, slots: content.dailySlots }),
            },
            // What was never in shadow nor in force met nothing yet: its trial tells what it would.
            ...(state === 'proposed' || state === 'refused'
              ? []
              : [{ term: t('column.hits'), value: <Count value={version.hits30d} /> }]),
            {
              term: t('version.proposed'),
              value: (
                <>
                  <span translate="no">{version.proposedByName}</span>, <DateTime at={version.proposedAt} />
                </>
              ),
            },
            {
              term: t('version.changed'),
              value: (
                <>
                  <span translate="no">{version.changedByName}</span>, <DateTime at={version.changedAt} />
                </>
              ),
              hint: version.reason ? <bdi translate="no">{version.reason}</bdi> : undefined,
            },
          ]}
        />
      </div>
      {before ? <VersionChanges before={before} version={version} currency={currency} listTitles={listTitles} /> : null}
    </Panel>
  );
}
