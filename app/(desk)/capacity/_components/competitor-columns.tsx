import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import type { Column } from '@/components/table/data-table';
import { LaneBadge } from '@/components/ui/lane-badge';
import { TextLink } from '@/components/ui/text-link';
import type { CompetitorLine } from '@/db/queries/capacity/around-cut-off';
import { WorthText } from './worth';

/** What tells one competitor from another: which it is, what it is ranked by, where its assessment put it, what the goods are. `from` is the page to come back to. */
export function useCompetitorColumns(from: string): Column<CompetitorLine>[] {
  const t = useTranslations('capacity.around');
  return [
    {
      key: 'reference',
      header: t('reference'),
      rowHeader: true,
      cell: ({ consignmentId, reference }) => (
        <TextLink href={routes.consignment(consignmentId, { from })}>
          <span translate="no">{reference}</span>
        </TextLink>
      ),
    },
    {
      key: 'worth',
      header: t('worth'),
      cell: ({ worth, worthBasis }) => <WorthText worth={worth} basis={worthBasis} />,
    },
    { key: 'lane', header: t('lane'), cell: ({ lane }) => <LaneBadge lane={lane} /> },
    {
      key: 'goods',
      header: t('goods'),
      className: 'min-w-40',
      cell: ({ headline }) => <bdi translate="no">{headline}</bdi>,
    },
  ];
}
