import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Money } from '@/components/ui/money';
import type { Cover } from '@/lib/collection/guarantee';

type CoverTextProps = { cover: Cover | null; currency: string; minorDigits: number };

/** What is free of a guarantee, or by how much more is owed than it secures. */
export function CoverText({ cover, currency, minorDigits }: CoverTextProps) {
  const t = useTranslations('collection.cover');
  if (!cover) return <span className="text-muted">{t('none')}</span>;
  const { freeMinor, overMinor } = cover;
  if (overMinor === 0n)
    return <Money minor={freeMinor} currency={currency} exponent={minorDigits} showCurrency={false} />;
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-1.5">
      <Badge tone="danger">{t('over')}</Badge>
      <Money minor={overMinor} currency={currency} exponent={minorDigits} showCurrency={false} />
    </span>
  );
}
