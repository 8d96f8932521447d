import { useTranslations } from 'next-intl';
import { FilterChip, FilterChips } from '@/components/ui/chip';
import { FILTER_NAMES, type FilterDimension, type StatisticsFilter } from '@/lib/statistics/filter';
import { useMemberText } from './member-name';

type StatisticsChipsProps = {
  filter: StatisticsFilter;
  officeNames: ReadonlyMap<string, string>;
  removeHref: (name: FilterDimension, member: string) => string;
  clearHref: string;
};

/** Every filter in force as a chip that takes it away. */
export function StatisticsChips({ filter, officeNames, removeHref, clearHref }: StatisticsChipsProps) {
  const t = useTranslations('statistics.dimension');
  const memberText = useMemberText(officeNames);
  const chosen = FILTER_NAMES.flatMap((name) => filter[name].map((member) => ({ name, member })));
  if (chosen.length === 0) return null;
  return (
    <FilterChips clearHref={clearHref}>
      {chosen.map(({ name, member }) => {
        const { text, isData } = memberText(name, member);
        return (
          <FilterChip
            key={`${name} ${member}`}
            label={t(name)}
            value={text}
            data={isData}
            removeHref={removeHref(name, member)}
          />
        );
      })}
    </FilterChips>
  );
}
