import { useLocale, useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { type Column, DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { formatInstant, formatPercent } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { TextLink } from '@/components/ui/text-link';
import { type ControlUse, usedOf } from '@/db/queries/capacity/day-use';
import type { CapacityOverview } from '@/db/queries/capacity/get-capacity';
import { reserveOf } from '@/lib/capacity/settle';
import { controlOfDraw, isLimited } from '@/lib/capacity/slots';
import { WorthText } from './worth';

/** Slots of the day by control: who holds them, what is free, and where the line is drawn. */
export function UsePanel({ capacity }: { capacity: CapacityOverview }) {
  const t = useTranslations('capacity.use');
  const tControl = useTranslations('capacity.control');
  const locale = useLocale();
  const { use, day, slots, setBy, randomShare } = capacity;
  const over = use.controls.reduce(
    (sum, control) => sum + (control.slots === null ? 0 : Math.max(0, usedOf(control) - control.slots)),
    0,
  );
  const drawn = controlOfDraw(slots);
  const reserve = drawn !== null && slots[drawn] !== null ? reserveOf(slots, randomShare) : 0;
  const number = (key: 'mandatory' | 'ranked' | 'random' | 'ordered') => ({
    key,
    header: t(key),
    numeric: true,
    cell: (row: ControlUse) => <Count value={row[key]} />,
  });
  const limits: Column<ControlUse>[] = [
    {
      key: 'free',
      header: t('free'),
      numeric: true,
      cell: ({ free }) => (free === null ? null : <Count value={free} />),
    },
    {
      key: 'cutOff',
      header: t('cutOff'),
      cell: ({ cutOff }) => (
        <span className="flex flex-col">
          {cutOff.map(({ worth, worthBasis }) => (
            <WorthText key={worthBasis} worth={worth} basis={worthBasis} />
          ))}
          {cutOff.length === 0 ? <span className="text-muted">{t('noneByWorth')}</span> : null}
        </span>
      ),
    },
  ];
  return (
    <Panel title={t('title', { day: formatInstant(locale, new Date(day), 'date') })} flush>
      <DataTable
        caption={t('title', { day: formatInstant(locale, new Date(day), 'date') })}
        captionHidden
        rows={use.controls}
        rowKey={({ control }) => control}
        columns={[
          { key: 'control', header: t('control'), rowHeader: true, cell: ({ control }) => tControl(control) },
          {
            key: 'slots',
            header: t('slots'),
            numeric: true,
            cell: (row) =>
              row.slots === null ? <span className="text-muted">{t('noLimit')}</span> : <Count value={row.slots} />,
          },
          number('mandatory'),
          number('ranked'),
          number('random'),
          number('ordered'),
          ...(isLimited(slots) ? limits : []),
        ]}
      />
      <div className="flex flex-col gap-1 px-4 py-3 text-sm">
        <p>{t('leftOut', { count: use.leftOut })}</p>
        {over > 0 ? <p>{t('over', { count: over })}</p> : null}
        {reserve > 0 ? <p>{t('reserve', { count: reserve, share: formatPercent(locale, randomShare, 0) })}</p> : null}
        <p className="text-muted">
          {setBy
            ? t.rich('setBy', {
                who: () => <bdi translate="no">{setBy.name}</bdi>,
                when: () => <DateTime at={setBy.at} />,
                why: () => <bdi translate="no">{setBy.reason}</bdi>,
              })
            : t('unset')}
        </p>
      </div>
    </Panel>
  );
}

/** The days ahead: slots used of those there are, and what found none. */
export function AheadPanel({ capacity }: { capacity: CapacityOverview }) {
  const t = useTranslations('capacity.ahead');
  const tShort = useTranslations('capacity.short');
  const [first] = capacity.days;
  return (
    <Panel title={t('title')} flush>
      <DataTable
        caption={t('title')}
        captionHidden
        rows={capacity.days}
        rowKey={({ day }) => day}
        selectedKey={capacity.day}
        isDense
        columns={[
          {
            key: 'day',
            header: t('day'),
            rowHeader: true,
            cell: ({ day }) => (
              <TextLink href={routes.capacity({ office: capacity.officeId, day })}>
                <DateTime at={day} show="date" />
              </TextLink>
            ),
          },
          ...(first?.controls ?? []).map(({ control }, index) => ({
            key: control,
            header: tShort(control),
            numeric: true,
            className: 'whitespace-nowrap',
            cell: ({ controls }: CapacityOverview['days'][number]) => {
              const own = controls[index];
              if (!own) return null;
              if (own.slots === null) return <Count value={usedOf(own)} />;
              return t('used', { used: usedOf(own), slots: own.slots });
            },
          })),
          {
            key: 'leftOut',
            header: t('leftOut'),
            numeric: true,
            cell: ({ leftOut }) => <Count value={leftOut} />,
          },
        ]}
      />
    </Panel>
  );
}
