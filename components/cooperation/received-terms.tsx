import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { TextLink } from '@/components/ui/text-link';
import type { ReceivedTerms as Terms } from '@/db/queries/cooperation/received-terms';
import { HANDLING_TONES } from './tones';

/** Says of a profile or list that another administration gave it, how it may be handled and until when it acts. */
export function ReceivedTerms({ of, href }: { of: Terms | null; href: (exchangeId: string) => string }) {
  const t = useTranslations('cooperation');
  if (!of) return null;
  return (
    <Callout
      tone={of.isEnded ? 'warning' : 'info'}
      title={t.rich('terms.from', { name: () => <span translate="no">{`${of.code} – ${of.name}`}</span> })}
      actions={<TextLink href={href(of.exchangeId)}>{t('terms.package')}</TextLink>}
    >
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge tone={HANDLING_TONES[of.handling]}>{t(`handling.${of.handling}`)}</Badge>
        <span>{[t(`handlingText.${of.handling}`), ...of.caveats.map((one) => t(`caveat.${one}`))].join(' · ')}</span>
      </p>
      <p>
        {of.isEnded
          ? t('terms.ended')
          : t.rich('terms.until', { day: () => <DateTime at={of.expiresOn} show="date" /> })}
      </p>
    </Callout>
  );
}
