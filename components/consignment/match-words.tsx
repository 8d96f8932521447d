import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import type { DeniedMatch } from '@/lib/assessment/facts';

type Match = Pick<DeniedMatch, 'party' | 'listedName' | 'pairs' | 'unpaired'> & { readonly isMasked?: boolean };

/** The words of a declared and a listed name that stand for each other, how alike they are, and those without a partner. */
export function MatchWords({ match }: { match: Match }) {
  const t = useTranslations('screening');
  const { party, listedName, pairs, unpaired, isMasked = false } = match;
  if (isMasked) {
    const percents = pairs.map(({ percent }) => `${percent} %`).join(', ');
    return <p>{t('matches.maskedPairs', { count: pairs.length, percents, unpaired: unpaired.length })}</p>;
  }
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
