import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { HoldVerdict } from '@/lib/clearance/reasons';

const TONES = { approve: 'success', refuse: 'danger', examine: 'warning' } as const;

/** What an agency said to a hold. */
export function VerdictBadge({ verdict }: { verdict: HoldVerdict }) {
  const t = useTranslations('clearance.holdVerdict');
  return <Badge tone={TONES[verdict]}>{t(verdict)}</Badge>;
}
