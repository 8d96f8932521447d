import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/kernel/dates';
import { asks, plan, stands, written } from '@/tests/support/dated-rows';
import type { StandingRow } from './row';

describe('whatever is loaded onto whatever stands', () => {
  const days = Array.from({ length: 40 }, (_, index) => addDays('2026-01-01', index));
  const segments = fc
    .array(
      fc.record({ start: fc.integer({ min: 0, max: 35 }), v: fc.integer({ min: 1, max: 3 }), gap: fc.boolean() }),
      {
        maxLength: 6,
      },
    )
    .map((drawn) => [...new Map(drawn.map((one) => [one.start, one])).values()].sort((a, b) => a.start - b.start));
  const standingRows = segments.map((parts) =>
    parts.flatMap(({ start, v, gap }, index) => {
      const next = parts[index + 1]?.start;
      const to = next === undefined ? null : next - (gap ? 2 : 1);
      if (to !== null && to < start) return [];
      return [stands('A', days[start] ?? '', to === null ? null : (days[to] ?? ''), { v })];
    }),
  );
  const fileRows = segments.map((parts) => parts.map(({ start, v }) => asks('A', { v }, days[start] ?? '')));
  const holds = (rows: readonly StandingRow[], day: string) =>
    rows
      .filter((row) => row.validFrom <= day && (row.validTo === null || row.validTo >= day))
      .map(({ value }) => value.v);

  it('holds on the days of the file what the file says, on all others what held, and never two things', async () => {
    await fc.assert(
      fc.asyncProperty(standingRows, fileRows, async (standing, rows) => {
        const after = written(standing, await plan(standing, rows));
        const starts = standing.map((row) => row.validFrom);
        for (const day of days) {
          const current = rows.filter((row) => (row.validFrom ?? '') <= day).at(-1);
          const isLast = current === rows.at(-1);
          const isOvertaken = isLast && starts.some((start) => start > (current?.validFrom ?? '') && start <= day);
          const expected = current && !isOvertaken ? [current.value.v] : holds(standing, day);
          expect(holds(after, day), day).toEqual(expected);
        }
        const names = after.map((row) => `${row.validFrom} ${row.revision}`);
        expect(new Set(names).size).toBe(names.length);
        expect(after.slice(0, standing.length).map(({ value }) => value)).toEqual(standing.map(({ value }) => value));
      }),
      { numRuns: 150 },
    );
  });

  it('shows the first day something else holds, with what held and will hold', async () => {
    await fc.assert(
      fc.asyncProperty(standingRows, fileRows, async (standing, rows) => {
        const made = await plan(standing, rows);
        const after = written(standing, made);
        const different = days.filter((day) => holds(standing, day)[0] !== holds(after, day)[0]);
        const [change] = made.changes;
        expect(change?.from).toBe(different[0]);
        if (!change) return;
        expect([change.before?.v, change.after?.v]).toEqual([
          holds(standing, change.from)[0],
          holds(after, change.from)[0],
        ]);
      }),
      { numRuns: 120 },
    );
  });

  it('changes nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(standingRows, fileRows, async (standing, rows) => {
        const after = written(standing, await plan(standing, rows));
        expect(await plan(after, rows)).toMatchObject({ begin: [], end: [] });
      }),
      { numRuns: 120 },
    );
  });
});
