import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { HitView } from '@/db/queries/profile/hits-of';
import { useFactText } from './use-fact-text';

type ProfileHitsProps = {
  hits: readonly HitView[];
  /** Who sent it: conditions ask by partner. */
  partnerName: string;
  hrefOf: ((profileId: string) => string) | null;
};

/** The profiles this consignment meets: what to look for, and the facts that met them. */
export function ProfileHits({ hits, partnerName, hrefOf }: ProfileHitsProps) {
  const t = useTranslations('profile');
  const factText = useFactText(partnerName);
  return (
    <Panel id="profiles" title={t('hit.title')}>
      <ul className="flex flex-col gap-3">
        {hits.map((hit) => {
          const name = t('named', { number: hit.number, title: hit.title });
          return (
            <li key={`${hit.profileId} ${hit.version}`} className="text-sm">
              <p className="flex flex-wrap items-center gap-2 font-semibold">
                {hrefOf ? <TextLink href={hrefOf(hit.profileId)}>{name}</TextLink> : name}
                <Badge tone={hit.mode === 'active' && hit.keptBack === null ? 'warning' : 'neutral'}>
                  {hit.mode === 'shadow' || hit.keptBack
                    ? t(`hit.${hit.keptBack ?? 'shadow'}`)
                    : hit.effect.kind === 'points'
                      ? t('effect.points', { points: hit.effect.points })
                      : t(`effect.${hit.effect.lane}`)}
                </Badge>
              </p>
              <p>
                <bdi translate="no">{hit.instruction}</bdi>
              </p>
              <p className="text-muted text-xs">
                {t('hit.met', {
                  conditions: hit.met.map((one) => `${t(`field.${one.field}`)}: ${factText(one)}`).join(' · '),
                })}
              </p>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
