import { useTranslations } from 'next-intl';
import { LaneMark } from '@/components/ui/lane-badge';
import type { HitView } from '@/db/queries/profile/hits-of';

/** A profile in force as a reason: the lane it set or the points it added, and its title; what it met stands in the panel below. */
export function ProfileReason({ hit: { title, effect } }: { hit: Pick<HitView, 'title' | 'effect'> }) {
  const t = useTranslations('consignment.verdict');
  const tLane = useTranslations('clearance.lane');
  return (
    <li className="grid grid-cols-[2.5rem_minmax(0,1fr)] gap-x-2 rounded-md px-2 py-1 hover:bg-hover">
      <span className="flex items-start justify-end pt-0.5 font-semibold text-sm">
        {effect.kind === 'points' ? (
          <span aria-hidden="true" translate="no">
            +{effect.points}
          </span>
        ) : (
          <LaneMark lane={effect.lane} className="mt-1" />
        )}
      </span>
      <div className="min-w-0">
        <p className="text-base">
          <strong className="font-semibold">{t('profile')}</strong>
          {' · '}
          <a href="#profiles-title" className="rounded-sm hover:underline">
            <bdi translate="no">{title}</bdi>
          </a>
        </p>
        <p className="text-muted text-xs">
          {effect.kind === 'points'
            ? t('profilePoints', { points: effect.points })
            : t('profileLane', { lane: tLane(effect.lane) })}
        </p>
      </div>
    </li>
  );
}
