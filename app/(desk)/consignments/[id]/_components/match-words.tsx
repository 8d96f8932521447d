import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import type { DeniedMatch } from '@/lib/assessment/facts';

/** The words of a declared and a listed name that stand for each other, how alike they are, and those without a partner. */
export function MatchWords({ match }: { match: Pick<DeniedMatch, 'party' | 'listedName' | 'pairs' | 'unpaired'> }) {
  const t = useTranslations('screening');
  const { party, listedName, pairs, unpaired } = match;
  return (
    <>
      {pairs.length > 0 ? (
        <DataTable
          caption={t('matches.pairs', { party: t(`party.${party}`), name: listedName })}
          captionHidden
          isDense
          rows={pairs}
          rowKey={({ here, listed }) => `${here} ${listed}`}
          columns={[
            {
              key: 'here',
              header: t('matches.declared'),
              rowHeader: true,
              cell: ({ here }) => <bdi translate="no">{here}</bdi>,
            },
            { key: 'listed', header: t('matches.listed'), cell: ({ listed }) => <bdi translate="no">{listed}</bdi> },
            { key: 'alike', header: t('matches.alike'), numeric: true, cell: (pair) => `${pair.percent} %` },
          ]}
        />
      ) : null}
      {unpaired.length > 0 ? (
        <p className="text-muted">{t('matches.unpaired', { words: unpaired.join(', ') })}</p>
      ) : null}
    </>
  );
}
