import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatDecimal, formatPercent } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { Stat, StatRow } from '@/components/ui/stat';
import type { Concentration } from '@/lib/statistics/concentration';

/** How far a few marketplaces bring the whole. */
export function ConcentrationFigure({
  concentration,
  definition,
}: {
  concentration: Concentration | null;
  /** Where the figures are defined. */
  definition: ReactNode;
}) {
  const t = useTranslations('dashboards.concentration');
  const locale = useLocale();
  if (!concentration)
    return (
      <Panel title={t('title')} description={t('none')}>
        {null}
      </Panel>
    );
  const { members, first, firstFour, herfindahl } = concentration;
  return (
    <Panel title={t('title')} description={t('about')}>
      <StatRow className="grid-cols-2!">
        <Stat label={t('members')} value={formatDecimal(locale, members, 0)} />
        <Stat label={t('first')} value={formatPercent(locale, first)} />
        <Stat label={t('firstFour')} value={formatPercent(locale, firstFour)} />
        <Stat
          label={t('herfindahl')}
          value={formatDecimal(locale, herfindahl.toFixed(3), 3)}
          hint={t('herfindahlHint')}
        />
      </StatRow>
      <p className="pt-2 text-xs">{definition}</p>
    </Panel>
  );
}
