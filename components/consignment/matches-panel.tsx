import { useLocale, useTranslations } from 'next-intl';
import type { ActionState } from '@/components/forms/action-state';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { formatInstant } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import type { MatchView } from '@/db/queries/screening/matches-of';
import { REVIEW_FROM, STRONG_FROM } from '@/lib/screening/match';
import { MatchWords } from './match-words';

type MatchesPanelProps = {
  consignmentId: string;
  matches: readonly MatchView[];
  /** Says that a party is not the listed one; null where the reader may not. */
  dismiss: ((previous: ActionState, input: FormData) => Promise<ActionState>) | null;
};

const percent = (share: number) => Math.round(share * 100);

/** The listed parties that one of the parties may be: what is alike, what speaks against it, and who said that it is not. */
export function MatchesPanel({ consignmentId, matches, dismiss }: MatchesPanelProps) {
  const t = useTranslations('screening.matches');
  const limits = { strong: percent(STRONG_FROM), review: percent(REVIEW_FROM) };
  return (
    <Panel title={t('title', { count: matches.length })} description={t('text', limits)}>
      <ul className="flex flex-col gap-4">
        {matches.map((match) => (
          <Match key={`${match.party} ${match.list} ${match.entryId}`} {...{ consignmentId, match, dismiss }} />
        ))}
      </ul>
    </Panel>
  );
}

type MatchProps = Pick<MatchesPanelProps, 'consignmentId' | 'dismiss'> & { match: MatchView };

function Match({ consignmentId, match, dismiss }: MatchProps) {
  const t = useTranslations('screening');
  const locale = useLocale();
  const { party, list, entryId, edition, listedName, dismissal } = match;
  const against = match.adjustments.map((what) => t(`adjustment.${what}`)).join('; ');
  const name = <bdi translate="no">{listedName}</bdi>;
  return (
    <li className="flex flex-col gap-1 text-sm">
      <div className="flex flex-wrap items-center gap-2">
        <span className="font-semibold">
          {t(`partyName.${party}`)} · {name}
        </span>
        <Badge tone={dismissal ? 'neutral' : match.band === 'strong' ? 'danger' : 'warning'}>
          {t(`band.${match.band}`)} · {percent(match.similarity)} %
        </Badge>
        <span className="text-muted text-xs">
          {t(`by.${match.by}`)} ·{' '}
          <span translate="no" className="font-mono">
            {list} {entryId} · {edition}
          </span>
        </span>
        {dismiss && !dismissal ? (
          <ReasonDialog
            trigger={<Button size="sm">{t('matches.dismiss')}</Button>}
            title={t('matches.dismissTitle', { name: listedName })}
            description={t('matches.dismissText', { party: t(`party.${party}`), entry: entryId, list })}
            submit={t('matches.dismiss')}
            done={t('matches.dismissDone')}
            action={dismiss}
            fields={{ consignmentId, party, list, entryId, edition }}
          />
        ) : null}
      </div>
      <MatchWords match={match} />
      {match.isMasked && match.pairs.length + match.unpaired.length > 0 ? (
        <p className="text-muted">{t('matches.masked')}</p>
      ) : null}
      {against ? <p className="text-muted">{t('against', { what: against })}</p> : null}
      {dismissal ? (
        <p>
          {dismissal.isOwn
            ? t('matches.dismissed', {
                name: dismissal.dismissedByName,
                at: formatInstant(locale, new Date(dismissal.dismissedAt), 'datetime'),
                reason: dismissal.reason,
              })
            : t('matches.dismissedElsewhere', { office: dismissal.officeName })}
        </p>
      ) : null}
    </li>
  );
}
