import { CircleCheck, CircleX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';

/** What a finding does to its record: refuses it, or is kept with it. */
export function SeverityBadge({ severity }: { severity: 'error' | 'warning' }) {
  const t = useTranslations('quality.severity');
  const Icon = severity === 'error' ? CircleX : CircleCheck;
  return (
    <Badge
      tone={severity === 'error' ? 'danger' : 'neutral'}
      icon={<Icon className="size-3 shrink-0" aria-hidden="true" />}
    >
      {t(severity)}
    </Badge>
  );
}
