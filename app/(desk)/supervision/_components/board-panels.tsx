import { useLocale, useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { formatInstant } from '@/components/ui/format';
import { LaneBadge } from '@/components/ui/lane-badge';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import type { Board, BoardLine, OfficeBreaches } from '@/db/queries/clearance/board-of-day';
import { BREACH_CAUSES, PACE_HOURS } from '@/lib/clearance/forecast';

/** What the open ones of a lane are, and its pace; each figure leading into the queue it counts where one shows it. */
const FIGURES = ['free', 'claimed', 'waiting', 'putOff', 'passedOn', 'due', 'came', 'decided'] as const;
const TAB = { free: 'new', waiting: 'waiting', putOff: 'snoozed' } as const;

/** The day by office and lane, with what will be open at the end of the shift and how that is worked out. */
export function BoardPanel({ board, mayOpenQueue }: { board: Board; mayOpenQueue: boolean }) {
  const t = useTranslations('supervision.board');
  const locale = useLocale();
  const title = t('title');
  const endOf = (line: BoardLine) => formatInstant(locale, new Date(line.shiftEnd), 'time');
  const figure = (key: 'open' | (typeof FIGURES)[number]) => ({
    key,
    header: t(key, { hours: PACE_HOURS }),
    numeric: true,
    className: 'whitespace-normal!',
    cell: (line: BoardLine) => {
      const tab = key in TAB ? TAB[key as keyof typeof TAB] : null;
      const figureOf = <Count value={line[key]} />;
      if (!tab || !mayOpenQueue || line[key] === 0) return figureOf;
      return <TextLink href={routes.queue({ office: line.officeId, tab, lane: line.lane })}>{figureOf}</TextLink>;
    },
  });
  return (
    <Panel title={title} description={t('method', { hours: PACE_HOURS })} flush={board.lines.length > 0}>
      <DataTable<BoardLine>
        caption={title}
        captionHidden
        isDense
        rows={board.lines}
        rowKey={(line) => `${line.officeId} ${line.lane}`}
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
            cell: (line) => (
              <>
                <span translate="no">{line.officeName}</span>{' '}
                <span className="block text-muted text-xs">
                  {t('duty', { count: board.officersOnDuty[line.officeId] ?? 0 })}
                </span>
              </>
            ),
          },
          { key: 'lane', header: t('lane'), cell: (line) => <LaneBadge lane={line.lane} /> },
          figure('open'),
          // Beside what it is worked out from, so that no width of the window hides it.
          {
            key: 'forecast',
            header: t('forecast'),
            numeric: true,
            className: 'whitespace-normal!',
            cell: (line) => (
              <>
                <strong>
                  <Count value={line.forecast} />
                </strong>
                <span className="block whitespace-nowrap text-muted text-xs">{t('endAt', { end: endOf(line) })}</span>
              </>
            ),
          },
          ...FIGURES.map(figure),
          {
            key: 'oldest',
            header: t('oldest'),
            cell: (line) => (line.oldest ? <DateTime at={line.oldest} /> : null),
          },
        ]}
      />
    </Panel>
  );
}

/** What is open past the release-time target, by what stands in its way now. */
export function BreachesPanel({ board }: { board: Board }) {
  const t = useTranslations('supervision.breaches');
  return (
    <Panel title={t('title')} description={t('text', hoursOf(board))} flush={board.breaches.length > 0}>
      <DataTable<OfficeBreaches>
        caption={t('title')}
        captionHidden
        rows={board.breaches}
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
            cell: (row) => <span translate="no">{row.officeName}</span>,
          },
          { key: 'all', header: t('all'), numeric: true, cell: (row) => <Count value={row.open} /> },
          ...BREACH_CAUSES.map((cause) => ({
            key: cause,
            header: t(`cause.${cause}`),
            numeric: true,
            className: 'whitespace-normal!',
            cell: (row: OfficeBreaches) => <Count value={row.causes[cause]} />,
          })),
        ]}
      />
    </Panel>
  );
}

/** The targets of the channels in whole hours. */
function hoursOf({ targetMinutes }: Board) {
  const hours = (minutes: number) => Math.round(minutes / 60);
  return { express: hours(targetMinutes.express), post: hours(targetMinutes.post), cargo: hours(targetMinutes.cargo) };
}
