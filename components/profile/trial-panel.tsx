'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { useRateText } from '@/components/statistics/use-rate-text';
import { DataTable } from '@/components/table/data-table';
import { formatDecimal, formatPercent } from '@/components/ui/format';
import { LaneBadge } from '@/components/ui/lane-badge';
import { Panel } from '@/components/ui/panel';
import { Stat, StatRow } from '@/components/ui/stat';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import type { ProfileTrial } from '@/db/queries/profile/try-profile';
import type { Problem } from '@/lib/kernel/problem';
import { wilson } from '@/lib/kernel/wilson';
import { conditionId, useProblemText } from './use-problem-text';

/** What a trial says so far. */
export type Tried =
  | { readonly state: 'pending' | 'failed' }
  | { readonly state: 'problems'; readonly problems: readonly Problem[] }
  | { readonly state: 'tried'; readonly trial: ProfileTrial; readonly isStale?: boolean };

type TrialPanelProps = {
  tried: Tried;
  days: number;
  consignmentHref: string;
  profilesHref: string;
  /** Where the page of a consignment leads back to. */
  from: string;
  /** Whether the conditions are being written on the same page, so that what is wrong can lead there. */
  isWritten?: boolean;
  className?: string;
};

/** How many consignments of the last days the conditions meet, what is known of them, and the latest of them. */
export function TrialPanel({
  tried,
  days,
  consignmentHref,
  profilesHref,
  from,
  isWritten = false,
  className,
}: TrialPanelProps) {
  const t = useTranslations('profile.trial');
  const problemText = useProblemText();
  return (
    <Panel title={t('title')} className={className}>
      <div aria-live="polite">
        {tried.state === 'pending' ? <p className="text-muted text-sm">{t('pending')}</p> : null}
        {tried.state === 'failed' ? <p className="text-danger text-sm">{t('failed')}</p> : null}
        {tried.state === 'problems' ? (
          <>
            <p className="text-sm">{t('cannot')}</p>
            <ul className="mt-1 flex list-disc flex-col gap-1 pl-5 text-muted text-sm">
              {tried.problems.map((problem) => (
                <li key={`${problem.pointer} ${problem.code}`}>
                  {isWritten ? (
                    // A native link: it takes the focus along, not only the view.
                    <a
                      href={`#${conditionId(problem.pointer)}`}
                      className="text-accent underline underline-offset-2 hover:text-accent-strong"
                    >
                      {problemText(problem)}
                    </a>
                  ) : (
                    problemText(problem)
                  )}
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {tried.state === 'tried' ? (
          <Figures trial={tried.trial} days={days} profileHrefOf={(id) => `${profilesHref}/${id}`} />
        ) : null}
        {tried.state === 'tried' && tried.isStale ? <p className="mt-3 text-muted text-sm">{t('stale')}</p> : null}
      </div>
      {tried.state === 'tried' ? (
        <Samples trial={tried.trial} hrefOf={(id) => `${consignmentHref}/${id}?from=${encodeURIComponent(from)}`} />
      ) : null}
    </Panel>
  );
}

type FiguresProps = { trial: ProfileTrial; days: number; profileHrefOf: (id: string) => string };

function Figures({ trial, days, profileHrefOf }: FiguresProps) {
  const t = useTranslations('profile.trial');
  const tProfile = useTranslations('profile');
  const locale = useLocale();
  const share = (part: number, of: number) => (of === 0 ? '–' : formatPercent(locale, part / of, 1));
  const count = (value: number) => formatDecimal(locale, value);
  const rateText = useRateText();
  const hitRate = wilson(trial.findings, trial.examined);
  return (
    <>
      <StatRow>
        <Stat
          label={t('hits')}
          value={count(trial.hits)}
          hint={t('ofLooked', { looked: trial.looked, percent: share(trial.hits, trial.looked) })}
        />
        <Stat label={t('perDay')} value={count(Math.round((trial.hits / days) * 10) / 10)} />
        <Stat label={t('findings')} value={count(trial.findings)} hint={t('ofFindings', { all: trial.allFindings })} />
        <Stat
          label={t('hitRate')}
          value={share(trial.findings, trial.examined)}
          hint={hitRate ? rateText(hitRate) : t('noneExamined')}
        />
      </StatRow>
      <p className="mt-3 text-muted text-sm">
        {trial.overlaps.length === 0 ? (
          t('overlapNone')
        ) : (
          <>
            {t('overlap')}{' '}
            {trial.overlaps.map(({ profileId, number, title, hits }, index) => (
              <Fragment key={profileId}>
                {index === 0 ? '' : ' · '}
                <TextLink href={profileHrefOf(profileId)} prefetch={false} target="_blank">
                  {tProfile('named', { number, title })}
                </TextLink>{' '}
                ({share(hits, trial.hits)})
              </Fragment>
            ))}
          </>
        )}
      </p>
    </>
  );
}

function Samples({ trial, hrefOf }: { trial: ProfileTrial; hrefOf: (id: string) => string }) {
  const t = useTranslations('profile.trial');
  const tClearance = useTranslations('clearance.outcome');
  if (trial.samples.length === 0) {
    return (
      <State kind="none-match" title={t('samples')}>
        {t('noSamples')}
      </State>
    );
  }
  return (
    <div className="-mx-4 mt-3 border-line border-t">
      <DataTable
        caption={t('samples')}
        captionHidden
        rows={trial.samples}
        rowKey={(row) => row.consignmentId}
        maxHeight="none"
        columns={[
          {
            key: 'reference',
            header: t('samples'),
            rowHeader: true,
            cell: (row) => (
              <TextLink href={hrefOf(row.consignmentId)} data prefetch={false} target="_blank">
                {row.reference}
              </TextLink>
            ),
          },
          { key: 'goods', header: t('goods'), cell: (row) => <bdi translate="no">{row.headline}</bdi> },
          { key: 'lane', header: t('lane'), cell: (row) => <LaneBadge lane={row.laneEffective} /> },
          { key: 'outcome', header: t('outcome'), cell: (row) => tClearance(row.examinationOutcome) },
        ]}
      />
    </div>
  );
}
