import 'server-only';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { ChargeSum } from '@/lib/revenue/charge-sums';
import { sharesOf } from '@/lib/statistics/breakdown';
import {
  breakdownLines,
  columnLine,
  dataLine,
  effectivenessLines,
  type FileScope,
  type FileWords,
  figureCell,
  fileScope,
  memberCells,
  seriesLines,
} from '@/lib/statistics/export-lines';
import {
  type FilterDimension,
  resolveFilter,
  type StatisticsFilter,
  statisticsFilterParams,
} from '@/lib/statistics/filter';
import { seriesOf, totalOf } from '@/lib/statistics/series';
import { getBreakdown } from './get-breakdown';
import { getDailyFigures } from './get-daily-figures';
import { getEffectiveness } from './get-effectiveness';
import type { GoodsItemRow } from './goods-items';
import { eachGoodsItem } from './list-goods-items';

/** More members than any dimension has; marketplaces are named by senders, so there is an end. */
const MEMBERS_MAX = 50_000;

/** The points of the chart as CSV lines: the same figures, from the same query. */
export async function* exportSeries(
  actor: Actor,
  filter: StatisticsFilter,
  today: string,
  words: FileWords,
): AsyncGenerator<string> {
  authorise(actor, 'statistics.export');
  const resolved = resolveFilter(filter, today);
  const { period, previous, grain } = resolved;
  const { current, previous: compared } = await getDailyFigures(actor, filter, resolved);
  const before = previous && compared ? { period: previous, days: compared } : null;
  yield* seriesLines(
    seriesOf({ period, days: current }, before, grain),
    totalOf(current),
    before ? totalOf(before.days) : null,
    fileScope(period, { ...statisticsFilterParams(filter), grain }, words),
  );
}

/** All members of a dimension as CSV lines. */
export async function* exportBreakdown(
  actor: Actor,
  filter: StatisticsFilter,
  today: string,
  by: FilterDimension,
  words: FileWords,
): AsyncGenerator<string> {
  authorise(actor, 'statistics.export');
  const resolved = resolveFilter(filter, today);
  const breakdown = await getBreakdown(actor, filter, resolved, by, MEMBERS_MAX);
  yield* breakdownLines(
    by,
    filter.measure,
    breakdown.rows.map((row) => ({ ...row, share: sharesOf(row, breakdown).share })),
    { value: breakdown.total, previous: breakdown.previousTotal },
    { scope: fileScope(resolved.period, { ...statisticsFilterParams(filter), by }, words), words },
  );
}

/** What examinations found as CSV lines, by why the consignment was selected. */
export async function* exportEffectiveness(
  actor: Actor,
  filter: StatisticsFilter,
  today: string,
  words: FileWords,
): AsyncGenerator<string> {
  authorise(actor, 'statistics.export');
  const resolved = resolveFilter(filter, today);
  const effectiveness = await getEffectiveness(actor, filter, resolved);
  const scope = fileScope(resolved.period, statisticsFilterParams(filter), words);
  yield* effectivenessLines(effectiveness, { scope, words });
}

/** Every goods item behind the figures as CSV lines, portion by portion. */
export async function* exportItems(
  actor: Actor,
  filter: StatisticsFilter,
  today: string,
  words: FileWords,
): AsyncGenerator<string> {
  authorise(actor, 'statistics.export');
  const { period } = resolveFilter(filter, today);
  const scope = fileScope(period, statisticsFilterParams(filter), words);
  yield columnLine(ITEM_COLUMNS);
  for await (const rows of eachGoodsItem(actor, filter, period))
    yield rows.map((row) => itemLine(row, scope, words)).join('');
}

/** Duty and VAT are those in force; the assessed ones, by the declared values, are the parts of the figures and add up to them. */
const ITEM_COLUMNS = [
  'received_on',
  'reference',
  'item_number',
  'counts_consignment',
  'office',
  'channel',
  'channel_words',
  'lane',
  'lane_words',
  'selection_reason',
  'selection_reason_words',
  'outcome',
  'outcome_words',
  'examination',
  'examination_words',
  'marketplace',
  'origin_country',
  'commodity_code',
  'description',
  'value_eur',
  'net_mass_kg',
  'duty_eur',
  'vat_eur',
  'assessed_duty_eur',
  'assessed_vat_eur',
];

/** A charge as a cell, or the word that it is open: what is known of it would pass for the whole. */
const chargeCell = (kind: 'duty' | 'vat', { minor, isOpen }: ChargeSum) => (isOpen ? 'open' : figureCell(kind, minor));

function itemLine(row: GoodsItemRow, scope: FileScope, words: FileWords): string {
  const cells = [
    row.day,
    row.reference,
    { figure: String(row.itemNumber) },
    { figure: row.countsConsignment ? '1' : '0' },
    row.officeId,
    ...memberCells(words, 'channel', row.channel),
    ...memberCells(words, 'lane', row.lane),
    ...memberCells(words, 'reason', row.reason),
    ...memberCells(words, 'outcome', row.outcome),
    ...memberCells(words, 'examination', row.examination),
    row.marketplace,
    row.origin,
    row.commodityCode,
    row.description,
    figureCell('value', row.valueMinor),
    figureCell('mass', row.netMassG),
    chargeCell('duty', row.inForce.duty),
    chargeCell('vat', row.inForce.vat),
    figureCell('duty', row.dutyMinor),
    figureCell('vat', row.vatMinor),
  ];
  return dataLine(cells, scope);
}
