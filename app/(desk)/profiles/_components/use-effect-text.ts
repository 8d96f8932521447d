import { useTranslations } from 'next-intl';
import type { ProfileEffect } from '@/lib/profile/content';

/** What a profile does with a consignment that meets it, in words. */
export function useEffectText(): (effect: ProfileEffect) => string {
  const t = useTranslations('profile.effect');
  return (effect) => (effect.kind === 'points' ? t('points', { points: effect.points }) : t(effect.lane));
}
