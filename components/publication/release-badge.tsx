import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { ReleaseState } from '@/lib/publication/states';

const TONES: Readonly<Record<ReleaseState | 'none', Tone>> = {
  none: 'neutral',
  prepared: 'warning',
  approved: 'info',
  published: 'success',
  refused: 'danger',
  withdrawn: 'neutral',
};

/** Where the release of a vintage stands; null where nobody has prepared one. */
export function ReleaseBadge({ state }: { state: ReleaseState | null }) {
  const t = useTranslations('publication.state');
  const shown = state ?? 'none';
  return <Badge tone={TONES[shown]}>{t(shown)}</Badge>;
}
