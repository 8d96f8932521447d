import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Theme = 'light' | 'dark';
const source = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...source.matchAll(/--color-([\w-]+): light-dark\((#[0-9a-f]{6,8}), (#[0-9a-f]{6,8})\)/g)].map((match) => [
    match[1] ?? '',
    { light: match[2] ?? '', dark: match[3] ?? '' },
  ]),
);

/** WCAG 2.2 relative luminance of `#rrggbb`. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** WCAG 2.2 contrast ratio of two tokens in one theme, 1 to 21. */
function contrast(front: string, back: string, theme: Theme): number {
  const [a, b] = [front, back].map((name) => {
    const token = tokens.get(name);
    if (!token) throw new Error(`no token ${name}`);
    return luminance(token[theme]);
  });
  const [high, low] = [Math.max(a ?? 0, b ?? 0), Math.min(a ?? 0, b ?? 0)];
  return (high + 0.05) / (low + 0.05);
}

const planes = ['canvas', 'sunken', 'surface', 'raised', 'hover', 'selected'];
const meanings = ['danger', 'warning', 'success', 'info'];
const lanes = ['lane-green', 'lane-blue', 'lane-yellow', 'lane-red'];
const text: [string, string][] = [
  ...['ink', 'muted', 'accent', ...meanings].flatMap((front) => planes.map((back): [string, string] => [front, back])),
  ...meanings.map((name): [string, string] => [name, `${name}-bg`]),
  ...meanings.map((name): [string, string] => ['ink', `${name}-bg`]),
  ...lanes.map((name): [string, string] => [`${name}-fg`, `${name}-bg`]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-strong'],
];
const marks: [string, string][] = [
  ...['line-strong', 'focus'].flatMap((front) => planes.map((back): [string, string] => [front, back])),
  ...[...tokens.keys()].filter((name) => name.startsWith('chart-')).map((name): [string, string] => [name, 'surface']),
  ...lanes.map((name): [string, string] => [`${name}-fg`, 'surface']),
];

describe.each<Theme>(['light', 'dark'])('in the %s theme', (theme) => {
  it.each(text)('%s on %s can be read: at least 4.5:1', (front, back) => {
    expect(contrast(front, back, theme)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(marks)('%s on %s can be seen: at least 3:1', (front, back) => {
    expect(contrast(front, back, theme)).toBeGreaterThanOrEqual(3);
  });
});

it('no colour of the project is defined twice or outside a light and dark pair', () => {
  const defined = [...source.matchAll(/--color-([\w-]+):/g)].map((match) => match[1]);
  expect(new Set(defined).size).toBe(defined.length);
  expect(defined.filter((name) => !['transparent', 'current'].includes(name ?? ''))).toEqual([...tokens.keys()]);
});
