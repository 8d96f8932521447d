import { useLocale, useTranslations } from 'next-intl';
import { CalibrationPlot } from '@/components/charts/calibration-plot';
import { ChartFigure } from '@/components/charts/chart-figure';
import { DataTable } from '@/components/table/data-table';
import { formatPercent } from '@/components/ui/format';
import { Count, Percent } from '@/components/ui/quantity';
import type { CalibrationPart, HoldOut } from '@/lib/risk/model/card';

/** The chance given against what was found, by parts of the later results. */
export function CalibrationFigure({ holdOut }: { holdOut: HoldOut }) {
  const t = useTranslations('model.calibration');
  const locale = useLocale();
  const { calibration, calibrationError } = holdOut;
  const percent = (ratio: number) => formatPercent(locale, ratio);
  return (
    <ChartFigure
      title={t('title')}
      summary={t('summary', {
        error: percent(calibrationError),
        parts: calibration.length,
        within: calibration.filter(({ chance, low, high }) => low <= chance && chance <= high).length,
      })}
      footnote={t('note')}
      table={
        <DataTable
          caption={t('caption')}
          captionHidden
          isDense
          rows={calibration}
          rowKey={({ chance, results }: CalibrationPart) => `${chance} ${results}`}
          columns={[
            { key: 'said', header: t('said'), rowHeader: true, cell: ({ chance }) => <Percent ratio={chance} /> },
            { key: 'found', header: t('found'), numeric: true, cell: ({ rate }) => <Percent ratio={rate} /> },
            {
              key: 'range',
              header: t('range'),
              numeric: true,
              cell: ({ low, high }) => `${percent(low)} – ${percent(high)}`,
            },
            { key: 'results', header: t('results'), numeric: true, cell: ({ results }) => <Count value={results} /> },
          ]}
        />
      }
    >
      <CalibrationPlot
        said={t('axisSaid')}
        found={t('axisFound')}
        points={calibration}
        format={(ratio) => formatPercent(locale, ratio, 0)}
      />
    </ChartFigure>
  );
}
