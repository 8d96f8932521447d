import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/text-link';
import type { Resolution } from '@/db/queries/partnership/get-resolution';
import {
  PRINCIPLES,
  type Principle,
  type ResolutionPlace,
  STANDARDS,
  STANDARDS_OF,
  type Standard,
} from '@/lib/partnership/resolution';
import { MaturityFigures } from './maturity-figures';

/** A place of the product; without an address the reader has none there. */
export type MapLink = { readonly key: string; readonly label: string; readonly href: string | null };
type LinksOf = (place: ResolutionPlace) => readonly MapLink[];

function Links({ links }: { links: readonly MapLink[] }) {
  const t = useTranslations('partnership.resolution');
  if (links.length === 0) return <span className="text-muted">{t('none')}</span>;
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1.5 text-sm">
      {links.map(({ key, label, href }) => (
        <li key={key}>
          {href ? <TextLink href={href}>{label}</TextLink> : <span className="text-muted">{label}</span>}
        </li>
      ))}
    </ul>
  );
}

const open = (of: Resolution, place: ResolutionPlace) =>
  of.plan.filter((action) => action.place === place && action.state === 'open').length;

/** The eight principles: where they are carried out, how far the administration has come, and what is planned. */
export function PrincipleTable({ of, linksOf }: { of: Resolution; linksOf: LinksOf }) {
  const t = useTranslations('partnership.resolution');
  return (
    <DataTable
      caption={t('principles')}
      captionHidden
      rows={PRINCIPLES}
      rowKey={(place: Principle) => place}
      columns={[
        {
          key: 'principle',
          header: t('column.principle'),
          rowHeader: true,
          className: 'min-w-48',
          cell: (place) => (
            <span id={place}>
              <span className="block font-normal text-muted text-xs">{t('number.p', { number: place.slice(1) })}</span>
              {t(`principle.${place}`)}
            </span>
          ),
        },
        {
          key: 'standards',
          header: t('standards'),
          className: 'whitespace-nowrap',
          cell: (place) =>
            STANDARDS_OF[place].map((one) => (one === 'dq' ? t('number.dqShort') : one.slice(1))).join(', '),
        },
        { key: 'where', header: t('where'), className: 'min-w-48', cell: (place) => <Links links={linksOf(place)} /> },
        {
          key: 'maturity',
          header: t('column.maturity'),
          className: 'min-w-56',
          cell: (place) => <MaturityFigures principle={place} of={of} />,
        },
        { key: 'plan', header: t('column.plan'), numeric: true, cell: (place) => open(of, place) },
      ]}
    />
  );
}

/** The standards: where each is carried out, and what is planned. */
export function StandardTable({ of, linksOf }: { of: Resolution; linksOf: LinksOf }) {
  const t = useTranslations('partnership.resolution');
  return (
    <DataTable
      caption={t('standards')}
      captionHidden
      rows={STANDARDS}
      rowKey={(place: Standard) => place}
      columns={[
        {
          key: 'standard',
          header: t('column.standard'),
          rowHeader: true,
          className: 'min-w-56',
          cell: (place) => (
            <span id={place}>
              <span className="block font-normal text-muted text-xs">
                {place === 'dq' ? t('number.dq') : t('number.s', { number: place.slice(1) })}
              </span>
              {t(`standard.${place}`)}
            </span>
          ),
        },
        {
          key: 'where',
          header: t('where'),
          className: 'min-w-48',
          cell: (place) =>
            linksOf(place).length === 0 ? <Badge tone="warning">{t('none')}</Badge> : <Links links={linksOf(place)} />,
        },
        { key: 'plan', header: t('column.plan'), numeric: true, cell: (place) => open(of, place) },
      ]}
    />
  );
}
