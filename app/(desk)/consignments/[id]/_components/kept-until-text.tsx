import { useTranslations } from 'next-intl';
import type { KeptUntil } from '@/lib/privacy/retention';

type KeptUntilTextProps = { what: 'consignments' | 'attachments'; until: KeptUntil | null };

/** Until when something is kept at least, and by which law; nothing where no period is in force. */
export function KeptUntilText({ what, until }: KeptUntilTextProps) {
  const t = useTranslations('consignment.keptUntil');
  if (until === null) return null;
  return (
    <p className="text-muted text-xs">
      {t.rich(what, { day: () => <time dateTime={until.on}>{until.on}</time> })}{' '}
      <span translate="no">{until.source}</span>. {t(`from.${until.from}`)}
    </p>
  );
}
