import 'server-only';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { StatisticsFilter } from '@/lib/statistics/filter';
import type { ItemCursor } from '@/lib/statistics/item-cursor';
import type { Figures } from '@/lib/statistics/measures';
import type { Period } from '@/lib/statistics/period';
import { type DayFigures, totalOf } from '@/lib/statistics/series';
import { type DailyFigures, getDailyFigures } from './get-daily-figures';
import { type GoodsItemRow, goodsItems } from './goods-items';

export const ITEMS_PER_PAGE = 50;

export type GoodsItemsPage = {
  readonly rows: readonly GoodsItemRow[];
  /** The last row, where more follow. */
  readonly next: ItemCursor | null;
  /** Figures of the whole list, from the cells: as many items as the list has rows on all its pages, unless it is of withdrawn ones. */
  readonly totals: Figures;
};

/**
 * One page of the goods items behind the figures. The cells tell on which days there is something to read: `figures`, where the page has asked
 * for them already.
 */
export async function listGoodsItems(
  actor: Actor,
  filter: StatisticsFilter,
  period: Period,
  after: ItemCursor | null,
  perPage = ITEMS_PER_PAGE,
  figures?: Promise<DailyFigures>,
): Promise<GoodsItemsPage> {
  authorise(actor, 'statistics.read');
  const { current } = await (figures ?? getDailyFigures(actor, filter, { period, previous: null }));
  const rows = await pageOf(actor, filter, current, after, perPage + 1);
  const shown = rows.slice(0, perPage);
  const last = rows.length > perPage ? shown.at(-1) : undefined;
  return { rows: shown, next: last ? cursorOf(last) : null, totals: totalOf(current) };
}

/** All goods items behind the figures, in portions, each a statement of its own: nothing is held open for a slow reader. */
export async function* eachGoodsItem(
  actor: Actor,
  filter: StatisticsFilter,
  period: Period,
  perPortion = 5_000,
): AsyncGenerator<readonly GoodsItemRow[]> {
  authorise(actor, 'statistics.read');
  const { current } = await getDailyFigures(actor, filter, { period, previous: null });
  let after: ItemCursor | null = null;
  for (;;) {
    const rows: GoodsItemRow[] = await pageOf(actor, filter, current, after, perPortion);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < perPortion) return;
    after = cursorOf(last);
  }
}

function cursorOf({ day, consignmentId, itemNumber }: GoodsItemRow): ItemCursor {
  return { day, consignmentId, itemNumber };
}

/**
 * Reads as few days as hold the wanted rows: a sparse filter skips empty days, and a day that fills the page by itself is read
 * alone, where the index gives its rows in order; beside another day all of it would be joined and sorted.
 */
async function pageOf(
  actor: Actor,
  filter: StatisticsFilter,
  counted: readonly DayFigures[],
  after: ItemCursor | null,
  limit: number,
): Promise<GoodsItemRow[]> {
  const rows: GoodsItemRow[] = [];
  // A withdrawn consignment has at least one item: too many days are read at worst, never too few.
  const kind = filter.measure === 'withdrawn' ? 'withdrawn' : 'items';
  const days = counted.filter(({ day, figures }) => figures[kind] > 0n && (!after || day <= after.day)).toReversed();
  for (let start = 0; start < days.length && rows.length < limit; ) {
    let end = start;
    let held = 0n;
    const wanted = BigInt(limit - rows.length);
    while (end < days.length && held < wanted) {
      const items = days[end]?.figures[kind] ?? 0n;
      if (end > start && items >= wanted) break;
      held += items;
      end += 1;
    }
    const window = { from: days[end - 1]?.day ?? '', to: days[start]?.day ?? '' };
    rows.push(...(await goodsItems(actor, filter, window, after, limit - rows.length)));
    start = end;
  }
  return rows;
}
