import { useTranslations } from 'next-intl';
import type { ProfileName } from '@/db/queries/statistics/profile-names';
import type { YieldKey } from '@/lib/statistics/yields';

/** What a source of selection is called: a reason, the officer's choice, a profile by number and title, an indicator. */
export function useSourceName(profiles: ReadonlyMap<string, ProfileName>): (source: YieldKey) => string {
  const t = useTranslations('yields.source');
  const tReason = useTranslations('statistics.member.reason');
  const tProfile = useTranslations('profile');
  const tRisk = useTranslations('risk.indicator');
  return ({ kind, key }) => {
    if (kind === 'choice') return t('choice');
    // A code that is no longer known is shown as it is stored.
    if (kind === 'reason') return tReason.has(key) ? tReason(key) : key;
    if (kind === 'indicator') return tRisk.has(`${key}.title`) ? tRisk(`${key}.title`) : key;
    const profile = profiles.get(key);
    return profile ? tProfile('named', profile) : t('profileGone');
  };
}
