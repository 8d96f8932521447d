import { parquetReadObjects } from 'hyparquet';
import { beforeAll, describe, expect, it } from 'vitest';
import { foldContributions } from '@/db/commands/statistics/fold-contributions';
import { recordExport } from '@/db/commands/statistics/record-export';
import { db } from '@/db/connection';
import { countQuarantined } from '@/db/queries/statistics/count-quarantined';
import { pivotFile } from '@/db/queries/statistics/export-pivot';
import { getDailyFigures } from '@/db/queries/statistics/get-daily-figures';
import { getPivot } from '@/db/queries/statistics/get-pivot';
import { eachGoodsItem, listGoodsItems } from '@/db/queries/statistics/list-goods-items';
import { auditLog } from '@/db/schema';
import { type Actor, SYSTEM_ACTOR } from '@/lib/identity/actor';
import { dayOf } from '@/lib/kernel/dates';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { seededRandom } from '@/lib/kernel/prng';
import { drilled } from '@/lib/statistics/drill';
import { addsUp, EXPLORED_FIGURES, exploredText } from '@/lib/statistics/explored-figures';
import { FIGURES } from '@/lib/statistics/measures';
import { figureAt, type Member, TOTAL } from '@/lib/statistics/pivot';
import { pivotColumns, pivotLines, pivotRows } from '@/lib/statistics/pivot-lines';
import { tableParquet } from '@/lib/statistics/pivot-parquet';
import { tableOf } from '@/lib/statistics/pivot-table';
import { AXES, parseQuestion, type Question, questionParams, resolveQuestion } from '@/lib/statistics/question';
import { totalOf } from '@/lib/statistics/series';
import { aDesk, type Desk, NOW, someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { textOf, WORDS } from '../../support/exported-file';
import { placeNinetyDays } from './ninety-days';

useDatabase();
const TODAY = dayOf(NOW);
const EUROS = { currency: 'EUR', minorDigits: 2 };
const QUESTIONS = 50;
let desk: Desk;
let analyst: Actor;

beforeAll(async () => {
  desk = await aDesk();
  analyst = desk.analyst;
  await placeNinetyDays(desk);
});

const questionOf = (params: Record<string, string | string[]>) => parseQuestion({ period: 'last90', ...params });

/** The answer to a question, with its table. */
async function answerTo(actor: Actor, question: Question) {
  const resolved = resolveQuestion(question, TODAY);
  const pivot = await getPivot(actor, question, resolved);
  return { resolved, pivot, table: tableOf(pivot, question, EUROS) };
}

/** The file of a question: what is written comes of the same answer as what is counted. */
async function* exportPivot(actor: Actor, question: Question): AsyncGenerator<string> {
  const { table, scope } = await pivotFile(actor, question, TODAY, WORDS);
  yield* pivotLines(table, question, { scope, words: WORDS });
}

/** Questions that anybody could ask, drawn by chance: the same ones in every run. */
function randomQuestions(): Question[] {
  const random = seededRandom(20_261_127);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const maybe = (name: string, values: readonly (string | string[])[]) =>
    random() < 0.3 ? { [name]: pick(values) } : {};
  return Array.from({ length: QUESTIONS }, () =>
    questionOf({
      rows: pick(AXES),
      ...maybe('columns', AXES),
      figures: ['consignments', 'items', ...EXPLORED_FIGURES.filter(() => random() < 0.25)].slice(0, 6),
      top: pick(['5', '10', '500']),
      compare: pick(['none', 'previous', 'year']),
      grain: pick(['day', 'week', 'month', 'quarter']),
      ...maybe('period', ['last7', 'last30', 'this_year']),
      ...maybe('sort', ['name', 'figure', 'change']),
      ...maybe('telling', ['share', 'rowShare', 'columnShare', 'change', 'index']),
      ...maybe('origin', ['CN', ['TR', '-']]),
      ...maybe('lane', ['red', ['green', 'yellow']]),
      ...maybe('chapter', ['61', '-']),
      ...maybe('band', ['10-22', '22-45']),
      ...maybe('outcome', ['released', 'open']),
    }),
  );
}

describe('table, file and list of fifty questions drawn by chance', () => {
  it.each(randomQuestions().map((question) => [JSON.stringify(questionParams(question)), question] as const))(
    'agree under %s',
    async (_, question) => {
      const { resolved, pivot, table } = await answerTo(analyst, question);

      // Table: rows, and columns, sum to the whole, which is that of the other pages.
      const days = totalOf((await getDailyFigures(analyst, question.filter, resolved)).current);
      for (const figure of question.figures.filter(addsUp)) {
        const whole = figureAt(pivot, figure, { row: TOTAL, column: TOTAL }) ?? 0n;
        const known = FIGURES.find((one) => one === figure);
        if (known) expect([figure, whole]).toEqual([figure, days[known]]);
        const down = pivot.rows.map((row) => figureAt(pivot, figure, { row, column: TOTAL }) ?? 0n);
        expect(down.reduce((sum, value) => sum + value, 0n)).toBe(whole);
        const across = pivot.columns.map((column) => figureAt(pivot, figure, { row: TOTAL, column }) ?? 0n);
        if (question.columns) expect(across.reduce((sum, value) => sum + value, 0n)).toBe(whole);
      }

      // File: the lines and cells of the table, to the digit.
      const [, ...file] = await textOf(exportPivot(analyst, question));
      expect(file.map((line) => line.slice(0, 4 + table.heads.length))).toEqual(
        [...table.lines, table.total].map(({ row, cells }) => [
          row.kind,
          row.kind === 'member' && row.key !== '-' ? row.key : '',
          row.kind === 'member' ? `${question.rows} ${row.key}` : '',
          row.kind === 'member' ? '1' : row.kind === 'rest' ? String(row.count) : '',
          ...cells.map(({ text }) => text ?? ''),
        ]),
      );

      // Parquet: the same rows and figures; its reader makes floats of decimals, which the last digit of the file is held to.
      const columns = pivotColumns(table, question, EUROS);
      const parquet = tableParquet(columns, [...pivotRows(table, question, WORDS)], { figuresFrom: 3, about: [] });
      const read = await parquetReadObjects({ file: parquet });
      const digitsOf = (text: string) => text.split('.')[1]?.length ?? 0;
      expect(
        read.map((row, at) =>
          columns.slice(4).map((name, place) => {
            const value: unknown = row[name];
            return value === null || value === undefined
              ? ''
              : Number(value).toFixed(digitsOf(file[at]?.[4 + place] ?? ''));
          }),
        ),
      ).toEqual(file.map((line) => line.slice(4, columns.length)));

      // List: as many items and consignments as the cell counts, and the same value.
      const members: readonly Member[] = question.columns ? pivot.columns : [TOTAL];
      const cells = pivot.rows.slice(0, 3).flatMap((row) => members.slice(0, 2).map((column) => ({ row, column })));
      for (const { row, column } of cells) {
        const behind = drilled(question, resolved, { row, column, figure: 'items' });
        if (behind === null || typeof behind.period !== 'object') continue;
        let [rows, consignments] = [0n, 0n];
        for await (const portion of eachGoodsItem(analyst, behind, behind.period)) {
          rows += BigInt(portion.length);
          consignments += BigInt(portion.filter(({ countsConsignment }) => countsConsignment).length);
        }
        expect([rows, consignments]).toEqual([
          figureAt(pivot, 'items', { row, column }),
          figureAt(pivot, 'consignments', { row, column }),
        ]);
        const page = await listGoodsItems(analyst, behind, behind.period, null, 5);
        expect([page.totals.items, page.totals.consignments]).toEqual([rows, consignments]);
      }
    },
  );
});

describe('rows', () => {
  it('are put in order among all before the first ones are told', async () => {
    const all = await answerTo(analyst, questionOf({ rows: 'time', grain: 'day', sort: 'figure', figures: 'value' }));
    const values = all.pivot.rows.map((row) => figureAt(all.pivot, 'value', { row, column: TOTAL }) ?? 0n);
    expect(values).toEqual([...values].sort((a, b) => (a < b ? 1 : -1)));

    const question = questionOf({ rows: 'heading', columns: 'lane', sort: 'figure', at: 'red', top: '5' });
    const few = await answerTo(analyst, question);
    const whole = await answerTo(analyst, { ...question, top: 500 });
    const red: Member = { kind: 'member', key: 'red' };
    const counts = whole.pivot.rows.map((row) => figureAt(whole.pivot, 'consignments', { row, column: red }) ?? 0n);
    expect(counts).toEqual([...counts].sort((a, b) => (a < b ? 1 : -1)));
    expect(few.pivot.rows.slice(0, 3)).toEqual(whole.pivot.rows.slice(0, 3));
  });

  it('that are told together hold what the others leave, with how many they are', async () => {
    const question = questionOf({ rows: 'time', grain: 'day', columns: 'origin', figures: 'items' });
    const { pivot } = await answerTo(analyst, { ...question, rows: 'outcome', top: 5 });
    expect(pivot.rows.length).toBeLessThanOrEqual(6);
    const days = await answerTo(analyst, question);
    expect(days.pivot.rows).toHaveLength(90);
  });

  it('say the same before and after folding', async () => {
    const question = questionOf({ rows: 'origin', columns: 'band', figures: ['value', 'items'] });
    const before = (await answerTo(analyst, question)).table;
    while ((await foldContributions(SYSTEM_ACTOR)) > 0);
    expect((await answerTo(analyst, question)).table).toEqual(before);
  });

  it('compare with the days a year before and with the days right before', async () => {
    const question = questionOf({ rows: 'time', grain: 'month', period: 'last30', figures: 'items' });
    const { pivot, resolved } = await answerTo(analyst, question);
    const { previous } = await getDailyFigures(analyst, question.filter, resolved);
    const before = figureAt(pivot, 'items', { row: TOTAL, column: TOTAL, period: 'compared' });
    expect(before).toBe(totalOf(previous ?? []).items);
    expect(before).toBeGreaterThan(0n);
    const down = pivot.rows.map((row) => figureAt(pivot, 'items', { row, column: TOTAL, period: 'compared' }) ?? 0n);
    expect(down.reduce((sum, value) => sum + value, 0n)).toBe(before);
  });
});

describe('who may ask', () => {
  const question = questionOf({});
  const resolved = resolveQuestion(question, TODAY);

  it('officers, partners and administrators are refused the table, the file and the count of quarantine', async () => {
    for (const actor of [desk.officer, desk.partner, someone('admin', 'NLRTM')]) {
      await expect(getPivot(actor, question, resolved)).rejects.toBeInstanceOf(ForbiddenError);
      await expect(textOf(exportPivot(actor, question))).rejects.toBeInstanceOf(ForbiddenError);
      await expect(countQuarantined(actor, question.filter, resolved.period)).rejects.toBeInstanceOf(ForbiddenError);
    }
  });

  it('an office of others does not exist, and its figures are in no total', async () => {
    const foreign = questionOf({ office: ['NLRTM', 'BELGG'] });
    await expect(getPivot(analyst, foreign, resolved)).rejects.toBeInstanceOf(NotFoundError);
    const { pivot } = await answerTo(analyst, questionOf({ rows: 'office' }));
    expect(pivot.rows.map(({ key }) => key)).toEqual(['NLRTM']);
  });

  it('a file leaves a row that says what was asked', async () => {
    const asked = questionOf({ rows: 'heading', columns: 'lane', figures: ['value', 'items'] });
    await recordExport(analyst, 'pivot', { filter: asked.filter, by: null, question: asked });
    const rows = await db().select().from(auditLog);
    const [row] = rows.filter(({ subjectId }) => subjectId === 'pivot');
    expect(row?.details).toMatchObject({ rows: 'heading', columns: 'lane', period: 'last90' });
  });

  it('text of senders in a file is no formula', async () => {
    expect(exploredText('value', 1_050n, EUROS)).toBe('10.50');
    const file = await textOf(exportPivot(analyst, questionOf({ rows: 'marketplace' })));
    expect(file.flat().every((cell) => !/^[=+@]/.test(cell))).toBe(true);
  });
});
