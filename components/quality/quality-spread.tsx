import { useTranslations } from 'next-intl';
import { ShareBars } from '@/components/charts/share-bars';
import { Count } from '@/components/ui/quantity';
import { QUALITY_BANDS, type QualityBand } from '@/lib/quality/bands';

const BEST = 100;

/** How many records stand in each band of the score, the best first. */
export function QualitySpread({ bands, caption }: { bands: Readonly<Record<QualityBand, number>>; caption: string }) {
  const t = useTranslations('quality');
  const all = Math.max(
    1,
    QUALITY_BANDS.reduce((sum, { band }) => sum + bands[band], 0),
  );
  const rows = QUALITY_BANDS.map(({ band, from }, index) => ({
    key: band,
    label: t('bandRange', { band: t(`band.${band}`), from, to: (QUALITY_BANDS[index + 1]?.from ?? BEST + 1) - 1 }),
    value: <Count value={bands[band]} />,
    share: bands[band] / all,
  })).reverse();
  return (
    <ShareBars
      caption={caption}
      columns={{ label: t('table.band'), value: t('table.records'), share: t('table.share') }}
      rows={rows}
    />
  );
}
