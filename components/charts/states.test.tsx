import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import ui from '@/lib/messages/en/ui.json';
import { BarRows } from './bar-rows';
import { CalendarChart } from './calendar-chart';
import { colourScaleOf } from './colour-classes';
import { FlowChart } from './flow-chart';
import { HoursChart } from './hours-chart';
import { ShareBars } from './share-bars';
import { SmallMultiples } from './small-multiples';
import { Treemap } from './treemap';
import { axisValue, tooltipValue } from './value-format';
import { WorldMap } from './world-map';

/** The states in which every drawing must be legible: values of up to eighty members. */
const STATES = {
  empty: [],
  'one point': [7],
  nought: [0, 0],
  huge: [9_876_543_210_987, 3, 1],
  negative: [12, -30, 5],
  'all negative': [-4, -8],
  many: Array.from({ length: 80 }, (_, at) => 80 - at),
} as const satisfies Record<string, readonly number[]>;
const EACH = Object.entries(STATES) as readonly [keyof typeof STATES, readonly number[]][];

const drawn = (chart: ReactNode): string => {
  const markup = renderToStaticMarkup(
    <NextIntlClientProvider locale="en-GB" timeZone="UTC" messages={{ ui }}>
      {chart}
    </NextIntlClientProvider>,
  );
  expect(markup).not.toMatch(/NaN|Infinity|undefined|∞/);
  // A browser drops a length below nothing, and the mark fills its place.
  expect(markup).not.toMatch(/(?:width|height|left|top):-/);
  return markup;
};
const text = (value: number) => tooltipValue('en-GB', value, 'count');
const nameOf = (at: number) => `Member ${at + 1}`;
const numbers = (markup: string, pattern: RegExp) =>
  [...markup.matchAll(pattern)].map((found) => found.slice(1).map(Number));
const words = {
  any: 'any',
  none: 'none',
  below: (end: string) => `below ${end}`,
  from: (end: string) => `from ${end}`,
  format: text,
};

describe.each(EACH)('with values: %s', (_, values) => {
  it('lying bars begin at one zero line, are as long as their values, and each says its own', () => {
    const rows = values.map((value, at) => ({
      key: nameOf(at),
      label: nameOf(at),
      values: [value],
      text: text(value),
    }));
    const markup = drawn(<BarRows rows={rows} series={['Figure']} />);
    const bars = numbers(markup, /data-mark=""[^>]*style="left:([\d.e-]+)%;width:([\d.e-]+)%/g);
    const lines = numbers(markup, /border-l" style="left:([\d.e-]+)%/g).map(([at]) => at);
    expect(new Set(lines).size).toBeLessThan(2);
    const [zero = 0] = lines;
    const told = values.filter((value) => value !== 0);
    expect(bars).toHaveLength(told.length);
    const [longest = 0] = [...told].sort((a, b) => Math.abs(b) - Math.abs(a));
    const longestBar = bars[told.indexOf(longest)]?.[1] ?? 0;
    for (const [at, [left = 0, width = 0] = []] of bars.entries()) {
      const value = told[at] ?? 0;
      expect(value > 0 ? left : left + width).toBeCloseTo(zero, 3);
      expect(width / longestBar).toBeCloseTo(Math.abs(value / longest), 6);
    }
    for (const value of values) expect(markup).toContain(`>${text(value)}<`);
  });

  it('small charts share one scale with its zero in it, draw a single point, and say their values', () => {
    const charts = [values, values.map((value) => value / 2)].map((own, at) => ({
      ...{ key: nameOf(at), name: nameOf(at), isData: false, values: own, text: text(own.at(-1) ?? 0) },
    }));
    const markup = drawn(<SmallMultiples charts={charts} ends={{ low: 'low', high: 'high' }} from="a" to="b" />);
    for (const [d = ''] of [...markup.matchAll(/ d="([^"]*)"/g)].map((found) => found.slice(1)))
      expect(d).toMatch(/^M-?[\d.]+ -?[\d.]+(?:L-?[\d.]+ -?[\d.]+)*Z?$/);
    expect([...markup.matchAll(/data-mark=""/g)].length).toBe(values.length === 0 ? 0 : 2);
    const heights = numbers(markup, /y[12]="([\d.]+)"/g).flat();
    for (const y of heights) expect(y).toBeLessThanOrEqual(40);
  });

  it('tiles fill the whole, none outside of it, and what is nothing has none', () => {
    const items = values.map((value, at) => ({
      key: nameOf(at),
      name: nameOf(at),
      isData: false,
      value,
      text: text(value),
    }));
    const markup = drawn(<Treemap items={items} />);
    const tiles = numbers(markup, /left:([\d.e-]+)%;top:([\d.e-]+)%;width:([\d.e-]+)%;height:([\d.e-]+)%/g);
    expect(tiles).toHaveLength(values.filter((value) => value > 0).length);
    for (const [left = 0, top = 0, width = 0, height = 0] of tiles) {
      expect(left + width).toBeLessThanOrEqual(100.001);
      expect(top + height).toBeLessThanOrEqual(100.001);
    }
    const area = tiles.reduce((sum, [, , width = 0, height = 0]) => sum + (width * height) / 100, 0);
    if (tiles.length > 0) expect(area).toBeCloseTo(100, 3);
  });

  it('a flow names every post with its value, and no two names stand on each other', () => {
    const nodes = values
      .slice(0, 12)
      .map((value, at) => ({ key: nameOf(at), name: nameOf(at), isData: false, text: text(value) }));
    const markup = drawn(
      <FlowChart
        left={nodes}
        right={nodes.slice(0, 3)}
        value={(from, to) => (to === nameOf(0) ? (values[nodes.findIndex(({ key }) => key === from)] ?? 0) : 0)}
      />,
    );
    const tops = numbers(markup, /style="top:(-?[\d.]+)%;justify-content:end/g).flat();
    expect(tops).toHaveLength(nodes.length);
    const [line = 100] = numbers(markup, /height:([\d.]+)rem/g).map(([rem = 0]) => (1.1 / rem) * 100);
    for (const [at, top] of tops.entries()) {
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top + line).toBeLessThanOrEqual(100.001);
      if (at > 0) expect(top - (tops[at - 1] ?? 0)).toBeGreaterThan(line - 0.001);
    }
    for (const { text: told } of nodes) expect(markup).toContain(`>${told}<`);
  });

  it('colours by class: days, hours and countries', () => {
    const scale = colourScaleOf(values);
    const days = values.map((value, at) => ({
      day: new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10),
      ...{ value, text: text(value) },
    }));
    drawn(
      <CalendarChart
        label="Figure"
        days={days}
        scale={scale}
        words={words}
        weekdays={['M', 'T', 'W', 'T ', 'F', 'S', 'S ']}
        monthOf={(day) => day}
      />,
    );
    const cells = Array.from({ length: 24 }, (_, hour) => ({ key: String(hour), value: values[hour] ?? 0, text: '' }));
    drawn(
      <HoursChart
        hours={cells.map(({ key }) => ({ key, name: key }))}
        days={[{ key: '1', name: 'Monday', cells }]}
        scale={scale}
        words={words}
      />,
    );
    const countries = values
      .slice(0, 3)
      .map((value, at) => ({ code: ['CN', 'TR', 'MT'][at] ?? '', value, text: text(value) }));
    const map = drawn(<WorldMap countries={countries} scale={scale} words={words} />);
    expect(map.length).toBeGreaterThan(10_000);
  });

  it('shares in a list: the longest bar is whole, none is longer', () => {
    const sum = values.reduce<number>((all, value) => all + Math.max(0, value), 0) || 1;
    const rows = values.map((value, at) => ({
      key: nameOf(at),
      label: nameOf(at),
      value: text(value),
      share: value / sum,
    }));
    const markup = drawn(<ShareBars caption="Shares" columns={{ label: 'l', value: 'v', share: 's' }} rows={rows} />);
    for (const [width = 0] of numbers(markup, /style="width:([\d.e-]+)%"/g)) expect(width).toBeLessThanOrEqual(100.001);
  });
});

describe('figures on axes and in labels', () => {
  it.each([
    [0, '0'],
    [7, '7'],
    [9_999, '9,999'],
    [12_345, '12.3K'],
    [-12_345, '-12.3K'],
    [9_876_543_210, '9.9B'],
    [9_876_543_210_987, '9.9T'],
    [0.25, '0.25'],
  ] as const)('an axis prints %d as %s', (value, printed) => {
    expect(axisValue('en-GB', value, 'count').toUpperCase().replace('BN', 'B').replace('TN', 'T')).toBe(printed);
  });

  it('prints shares so that no two ticks read alike', () => {
    expect([0, 0.005, 0.01, 0.015].map((value) => axisValue('en-GB', value, 'percent'))).toEqual([
      '0%',
      '0.5%',
      '1%',
      '1.5%',
    ]);
  });

  it('a label is exact and grouped, however large', () => {
    expect(tooltipValue('en-GB', 9_876_543_210_987, 'count')).toBe('9,876,543,210,987');
    expect(tooltipValue('en-GB', -0.5, 'decimal')).toBe('-0.50');
  });
});
