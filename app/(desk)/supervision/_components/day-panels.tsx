import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { DataTable } from '@/components/table/data-table';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import { useDurationText } from '@/components/ui/use-duration-text';
import { usedOf } from '@/db/queries/capacity/day-use';
import type { OfficeSlots } from '@/db/queries/capacity/slots-today';
import { RELEASES_MAX, type ReleasedToday } from '@/db/queries/clearance/released-today';
import type { Spread } from '@/lib/clearance/release-times';
import { CLOCK_PARTIES, CLOCK_STEPS } from '@/lib/clearance/time-release';
import { CONTROL_TYPES } from '@/lib/consignment/codes';

type OfficeReleases = ReleasedToday['offices'][number];

/** Slots used of the slots there are today, by office and control. */
export function SlotsPanel({ slots }: { slots: readonly OfficeSlots[] }) {
  const t = useTranslations('supervision.slots');
  return (
    <Panel title={t('title')} description={t('text')} flush={slots.length > 0}>
      <DataTable<OfficeSlots>
        caption={t('title')}
        captionHidden
        isDense
        rows={slots}
        rowKey={({ office }) => office.id}
        empty={
          <State kind="empty" title={t('none')}>
            {t('noneText')}
          </State>
        }
        columns={[
          {
            key: 'office',
            header: t('office'),
            rowHeader: true,
            cell: ({ office }) => (
              <TextLink href={routes.capacity({ office: office.id })} translate="no">
                {office.name}
              </TextLink>
            ),
          },
          ...CONTROL_TYPES.map((control) => ({
            key: control,
            header: t(`control.${control}`),
            numeric: true,
            cell: ({ use }: OfficeSlots) => {
              const own = use.controls.find((one) => one.control === control);
              if (!own) return null;
              const used = usedOf(own);
              if (own.slots === null) return t('unlimited', { used });
              const text = t('used', { used, slots: own.slots });
              return used >= own.slots && own.slots > 0 ? <strong>{text}</strong> : text;
            },
          })),
          { key: 'leftOut', header: t('leftOut'), numeric: true, cell: ({ use }) => <Count value={use.leftOut} /> },
        ]}
      />
    </Panel>
  );
}

/** How long the releases of today took, by whom the time lay with, and why some were past the target. */
export function ReleasesPanel({ released }: { released: ReleasedToday }) {
  const t = useTranslations('supervision.releases');
  const tClock = useTranslations('consignment.clock');
  const duration = useDurationText();
  const spread = (one: Spread | null) =>
    one ? (
      <>
        {duration(one.mean)} · {duration(one.median)} · {duration(one.p90)}
        <span className="block text-muted text-xs">{t('of', { count: one.count })}</span>
      </>
    ) : (
      '–'
    );
  const causes = ({ late, lateBy }: OfficeReleases) =>
    late === 0 ? (
      <Count value={0} />
    ) : (
      <>
        <Count value={late} />
        {CLOCK_STEPS.filter((step) => lateBy[step] > 0).map((step) => (
          <span key={step} className="block text-muted text-xs">
            {t('cause', { count: lateBy[step], step: tClock(`step.${step}`) })}
          </span>
        ))}
      </>
    );
  return (
    <Panel
      title={t('title')}
      description={`${t('text')}${released.isCut ? ` ${t('cut', { count: RELEASES_MAX })}` : ''}`}
      flush={released.offices.length > 0}
    >
      <DataTable<OfficeReleases>
        caption={t('title')}
        captionHidden
        isDense
        rows={released.offices}
        rowKey={({ officeId }) => officeId}
        empty={
          <State kind="empty" title={t('none')}>
            {t('noneText')}
          </State>
        }
        columns={[
          {
            key: 'office',
            header: t('office'),
            rowHeader: true,
            cell: ({ officeName }) => <span translate="no">{officeName}</span>,
          },
          { key: 'all', header: t('all'), cell: ({ all }) => spread(all) },
          ...CLOCK_PARTIES.map((party) => ({
            key: party,
            header: tClock(`party.${party}`),
            cell: ({ byParty }: OfficeReleases) => spread(byParty[party]),
          })),
          { key: 'late', header: t('late'), className: 'whitespace-normal!', cell: causes },
        ]}
      />
    </Panel>
  );
}
