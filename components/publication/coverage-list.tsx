import { useTranslations } from 'next-intl';
import { DescriptionList } from '@/components/ui/description-list';
import { Count, Percent } from '@/components/ui/quantity';

type CoverageListProps = {
  coverage: {
    readonly consignments: number;
    readonly quarantined: number;
    /** For people inside: published, what lacks them is a member of a table. */
    readonly items?: number;
    readonly withoutOrigin?: number;
    readonly withoutCode?: number;
  };
};

/** What of a month is in its figures, and what could not be counted. */
export function CoverageList({ coverage }: CoverageListProps) {
  const t = useTranslations('publication.coverage');
  const { consignments, quarantined, items = 0 } = coverage;
  const lacking = (['withoutOrigin', 'withoutCode'] as const).flatMap((name) => {
    const count = coverage[name];
    if (count === undefined) return [];
    const value = (
      <>
        <Count value={count} />{' '}
        <span className="text-muted">
          (<Percent ratio={items === 0 ? 0 : count / items} />)
        </span>
      </>
    );
    return [{ term: t(name), value }];
  });
  return (
    <div className="flex flex-col gap-2">
      <h3 className="font-semibold text-sm">{t('title')}</h3>
      <DescriptionList
        columns={2}
        items={[
          { term: t('consignments'), value: <Count value={consignments} /> },
          { term: t('quarantined'), value: <Count value={quarantined} /> },
          ...lacking,
        ]}
      />
      <p className="text-muted text-sm">{t('text')}</p>
    </div>
  );
}
