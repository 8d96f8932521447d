'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useShortcuts } from '@/components/shell/shortcuts';
import { HeadCell, Table, TableCaption, TableRegion } from '@/components/table/table-parts';
import type { QueueRow } from '@/db/queries/clearance/queue-row';
import type { OfficeName } from '@/db/queries/identity/find-session';
import type { QueueTab } from '@/lib/clearance/queue-filter';
import { QueueBar } from './queue-bar';
import { QueueLine } from './queue-line';
import { QueueNotices } from './queue-notices';
import { useTogetherBar } from './together-bar';
import { useChosen } from './use-chosen';
import { useKeptPlace } from './use-kept-place';
import { type QueueOnScreen, useQueueChanges } from './use-queue-changes';

export type ShownRow = QueueRow & { readonly href: string };

type QueueListProps = {
  screen: Omit<QueueOnScreen, 'rows'> & { readonly rows: readonly ShownRow[] };
  offices: readonly OfficeName[];
  now: string;
  caption: string;
  tab: QueueTab;
  /** How many the filter finds on all its pages. */
  matching: number;
  /** Whether it narrows the queue. */
  isNarrowed: boolean;
};

// What the rows are sorted by stands right after their name, so that no width hides it.
const OPEN_COLUMNS = [
  'lane',
  'score',
  'reference',
  'timeLeft',
  'goods',
  'reasons',
  'value',
  'charges',
  'partner',
  'holder',
] as const;
/** Where the tab itself says whose the rows are, a column of it would say the same in every line. */
const HOLDER_KNOWN: readonly QueueTab[] = ['new', 'mine'];
const DECIDED_COLUMNS = [
  'lane',
  'score',
  'reference',
  'decidedAt',
  'decision',
  'decidedBy',
  'goods',
  'value',
  'partner',
] as const;
const NUMERIC: readonly string[] = ['score', 'value', 'charges'];
/** Shown in another cell where the window is narrower. */
const WIDE: readonly string[] = ['reasons', 'charges', 'partner', 'holder'];

const NOBODY: readonly string[] = [];

/** The rows of one page. They never move by themselves: what changed is said, and shown when the officer asks for it. */
export function QueueList({ screen, offices, now, caption, tab, matching, isNarrowed }: QueueListProps) {
  const t = useTranslations('queue');
  const router = useRouter();
  const [selected, setSelected] = useState(0);
  const body = useRef<HTMLTableSectionElement>(null);
  const { rows } = screen;
  // What was decided is listed as decisions, not as open work: what was decided, by whom and when.
  const isDecided = tab === 'decided';
  const showsHolder = !isDecided && !HOLDER_KNOWN.includes(tab);
  const found = useQueueChanges(screen);
  const chosen = useChosen(rows);
  const canChoose = HOLDER_KNOWN.includes(tab);
  const together = useTogetherBar({
    chosen,
    matching,
    query: screen.query,
    isNarrowed,
    onPage: rows.length,
    isOffered: canChoose,
  });

  const move = useCallback(
    (step: number) => setSelected((current) => Math.min(rows.length - 1, Math.max(0, current + step))),
    [rows.length],
  );
  // The link of the row takes the focus, so that Enter, the screen reader and the eye agree on where one is.
  const isMoved = useRef(false);
  useEffect(() => {
    if (!isMoved.current) return;
    body.current?.querySelectorAll<HTMLAnchorElement>('a[data-row]')[selected]?.focus();
  }, [selected]);

  useKeptPlace(rows, body);

  const go = (act?: string) => {
    const row = rows[selected];
    if (row) router.push((act ? `${row.href}?act=${act}` : row.href) as Route);
  };
  const choose = () => {
    const row = rows[selected];
    if (row) chosen.toggle(row.consignmentId);
  };
  const step = (by: number) => {
    isMoved.current = true;
    move(by);
  };
  const group = t('title');
  useShortcuts([
    { keys: 'j', text: t('key.down'), run: () => step(1), group },
    { keys: 'k', text: t('key.up'), run: () => step(-1), group },
    { keys: 'Enter', text: t('key.open'), run: () => go(), group },
    { keys: 'o', text: t('key.open'), run: () => go(), group },
    { keys: '1', text: t('key.release'), run: () => go('release'), group },
    { keys: '2', text: t('key.hold'), run: () => go('hold'), group },
    { keys: '3', text: t('key.examine'), run: () => go('examine'), group },
    { keys: '4', text: t('key.seize'), run: () => go('seize'), group },
    ...(canChoose ? [{ keys: 'x', text: t('key.choose'), run: choose, group }] : []),
    { keys: '/', text: t('key.search'), run: () => document.getElementById('queue-search')?.focus(), group },
    { keys: 'f', text: t('key.filter'), run: () => document.getElementById('queue-lane')?.focus(), group },
  ]);

  return (
    <div className="flex flex-col gap-2">
      <QueueNotices found={found} screen={screen} offices={offices} />
      <QueueBar found={found} readAt={now} {...together} />
      <TableRegion label={caption}>
        <Table className="max-sm:block">
          <TableCaption hidden>{caption}</TableCaption>
          <thead className="max-sm:sr-only">
            <tr>
              {canChoose ? (
                <HeadCell className="w-8">
                  <input
                    type="checkbox"
                    aria-label={t('together.chooseAll')}
                    title={t('together.chooseAll')}
                    checked={chosen.rows.length === rows.length}
                    onChange={({ target }) =>
                      chosen.set(target.checked ? rows.map(({ consignmentId }) => consignmentId) : [])
                    }
                    className="size-4 align-middle"
                  />
                </HeadCell>
              ) : null}
              {(isDecided ? DECIDED_COLUMNS : OPEN_COLUMNS.filter((one) => showsHolder || one !== 'holder')).map(
                (column) => (
                  <HeadCell
                    key={column}
                    numeric={NUMERIC.includes(column)}
                    className={WIDE.includes(column) ? 'max-xl:hidden' : undefined}
                  >
                    {t(`column.${column}`)}
                  </HeadCell>
                ),
              )}
            </tr>
          </thead>
          <tbody ref={body} className="max-sm:block">
            {rows.map((row, index) => (
              <QueueLine
                key={row.consignmentId}
                row={row}
                now={now}
                isDecided={isDecided}
                showsHolder={showsHolder}
                chosen={canChoose ? chosen : null}
                selected={index === selected}
                change={found.changed.get(row.consignmentId) ?? null}
                viewers={found.viewers[row.consignmentId] ?? NOBODY}
                onFocus={() => setSelected(index)}
              />
            ))}
          </tbody>
        </Table>
      </TableRegion>
    </div>
  );
}
