import { expect, it } from 'vitest';
import { codeTyped, matching, offered } from './code-combobox';

const OPTIONS = [
  { value: '61', label: '61 – Knitted clothing' },
  { value: '950300', label: '950300 – toy, doll' },
  { value: 'CN', label: 'CN – China' },
  { value: 'US', label: 'US – United States' },
];

it('finds codes by their beginning first, then by their name', () => {
  expect(matching(OPTIONS, 'c')).toEqual(['CN', '61']);
  expect(matching(OPTIONS, 'ch')).toEqual(['CN']);
  const goods = [
    { value: '550311', label: '550311 – staple fibre, toy stuffing' },
    { value: '950300', label: '950300 – toy, doll' },
    { value: '9503', label: '9503 – toy, doll' },
  ];
  expect(matching(goods, 'toy')).toEqual(['9503', '950300', '550311']);
  expect(matching(OPTIONS, 'united')).toEqual(['US']);
  expect(matching(OPTIONS, '')).toHaveLength(4);
});

it('takes a code that is typed whole, in any case, also below the subheadings', () => {
  expect(codeTyped(OPTIONS, 'cn')).toBe('CN');
  expect(codeTyped(OPTIONS, '9503.00.70')).toBe('95030070');
  expect([codeTyped(OPTIONS, 'chi'), codeTyped(OPTIONS, '9999999'), codeTyped(OPTIONS, '')]).toEqual([
    null,
    null,
    null,
  ]);
});

it('offers the words as typed last, only where anything may stand and no known name is meant whole', () => {
  const names = [
    { value: 'Temu', label: 'Temu' },
    { value: 'Etsy', label: 'Etsy' },
  ];
  expect(offered(names, 'te', true)).toEqual(['Temu', 'te']);
  expect(offered(names, 'Bazaar 7', true)).toEqual(['Bazaar 7']);
  expect(offered(names, 'temu', true)).toEqual(['Temu']);
  expect(offered(names, '', true)).toEqual(['Temu', 'Etsy']);
  expect(offered(names, 'Bazaar 7', false)).toEqual([]);
});
