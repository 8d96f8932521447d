import { useLocale, useTranslations } from 'next-intl';
import { AskBackTest } from '@/components/profile/ask-back-test';
import { EndBackTest } from '@/components/profile/end-back-test';
import { useListTitle } from '@/components/profile/use-list-title';
import { useRateText } from '@/components/statistics/use-rate-text';
import { Badge, type Tone } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { formatDecimal, formatPercent } from '@/components/ui/format';
import { LiveRefresh } from '@/components/ui/live-refresh';
import { Money } from '@/components/ui/money';
import { Panel } from '@/components/ui/panel';
import { Progress } from '@/components/ui/progress';
import { Count } from '@/components/ui/quantity';
import { Stat, StatRow } from '@/components/ui/stat';
import type { BackTestView } from '@/db/queries/profile/list-back-tests';
import type { ProfileView } from '@/db/queries/profile/list-profiles';
import type { BackTestState } from '@/lib/profile/back-test';
import { askBackTestAction, cancelBackTestAction } from '../actions';
import { testedOf } from './tested';

const TONES: Readonly<Record<BackTestState, Tone>> = {
  waiting: 'info',
  running: 'info',
  done: 'success',
  cancelled: 'neutral',
  failed: 'danger',
};

type BackTestsPanelProps = {
  profile: ProfileView;
  tests: readonly BackTestView[];
  mayAsk: boolean;
  /** The currency the administration counts in. */
  currency: string;
  /** Of lists that people keep, by key. */
  listTitles: ReadonlyMap<string, string>;
};

/** What versions, or the draft, would have met in the stored history: asked for here, worked out in the background. */
export function BackTestsPanel({ profile, tests, mayAsk, currency, listTitles }: BackTestsPanelProps) {
  const t = useTranslations('profile.backTest');
  const isUnderWay = tests.some(({ state }) => state === 'waiting' || state === 'running');
  return (
    <Panel
      id="back-tests"
      title={t('title')}
      description={t('lead')}
      actions={
        mayAsk ? (
          <AskBackTest
            profileId={profile.profileId}
            versions={profile.versions.map(({ version }) => version)}
            hasDraft={profile.draft !== null}
            action={askBackTestAction}
          />
        ) : null
      }
    >
      {isUnderWay ? <LiveRefresh everyMs={2_000} /> : null}
      {tests.length === 0 ? <p className="text-muted text-sm">{t('none')}</p> : null}
      <div className="flex flex-col gap-4">
        {tests.map((test) => (
          <BackTest
            key={test.id}
            profile={profile}
            test={test}
            mayAsk={mayAsk}
            currency={currency}
            listTitles={listTitles}
          />
        ))}
      </div>
    </Panel>
  );
}

type BackTestProps = Pick<BackTestsPanelProps, 'profile' | 'mayAsk' | 'currency' | 'listTitles'> & {
  test: BackTestView;
};

function BackTest({ profile, test, mayAsk, currency, listTitles }: BackTestProps) {
  const t = useTranslations('profile.backTest');
  const tProblem = useTranslations('profile.problem');
  const locale = useLocale();
  const rateText = useRateText();
  const titleOf = useListTitle(listTitles);
  // Stored as `key edition`.
  const named = test.lists.map((one) => {
    const [key = '', edition = ''] = one.split(' ');
    return t('listEdition', { list: titleOf(key), edition });
  });
  const { sums, state } = test;
  const tested = testedOf(test, profile);
  const name = t(`tested.${tested.of}`, { version: 'version' in tested ? tested.version : 0 });
  const percent = formatPercent(locale, test.progress, 0);
  const isUnderWay = state === 'waiting' || state === 'running';
  const share = sums.looked === 0 ? '–' : formatPercent(locale, sums.hits / sums.looked);
  return (
    <section aria-label={name} className="flex flex-col gap-2 border-line border-t pt-3">
      <p className="flex flex-wrap items-center gap-2 text-sm">
        <span className="font-semibold">{name}</span>
        <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>
        <span className="text-muted">
          <DateTime at={`${test.fromOn}T00:00:00Z`} show="date" /> –{' '}
          <DateTime at={`${test.toOn}T00:00:00Z`} show="date" />
          {' · '}
          <bdi translate="no">{test.askedByName}</bdi>, <DateTime at={test.askedAt} />
        </span>
      </p>
      {isUnderWay ? (
        <div className="flex flex-wrap items-end gap-3">
          <div className="min-w-48 flex-1">
            <Progress label={t('progress')} value={test.progress} max={1} text={percent} />
          </div>
          {mayAsk ? (
            <EndBackTest profileId={profile.profileId} backTestId={test.id} action={cancelBackTestAction} />
          ) : null}
        </div>
      ) : null}
      {state === 'failed' ? (
        <p className="text-danger text-sm">
          {test.problem && tProblem.has(test.problem as 'too_deep')
            ? tProblem(test.problem as 'list_changed', { value: '' } as never)
            : t('failedText')}
        </p>
      ) : null}
      <StatRow>
        <Stat
          label={t('hits')}
          value={<Count value={sums.hits} />}
          hint={t('ofLooked', { looked: formatDecimal(locale, sums.looked), percent: share })}
        />
        <Stat
          label={t('hitRate')}
          value={sums.hitRate ? formatPercent(locale, sums.hitRate.rate) : '–'}
          hint={sums.hitRate ? rateText(sums.hitRate) : t('noneExamined')}
        />
        <Stat
          label={t('workload')}
          value={sums.hitsADay === null ? '–' : formatDecimal(locale, sums.hitsADay.toFixed(1))}
          hint={t('fullest', { hits: formatDecimal(locale, sums.hitsOnFullest) })}
        />
        <Stat
          label={t('findings')}
          value={<Count value={sums.findings} />}
          hint={t('ofFindings', { all: formatDecimal(locale, sums.allFindings) })}
        />
        <Stat label={t('charges')} value={<Money minor={sums.chargesMinor} currency={currency} />} />
      </StatRow>
      {test.lists.length > 0 ? <p className="text-muted text-xs">{t('lists', { lists: named.join(', ') })}</p> : null}
    </section>
  );
}
