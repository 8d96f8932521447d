import { describe, expect, it } from 'vitest';
import { policyOn } from '@/tests/support/records';
import { unclearnessOf } from './description';
import { GoodsIndex } from './goods-index';
import { otherChapterOf } from './other-chapter';
import { wordsOf } from './words';

const policy = policyOn('2026-11-02');
const headingOf = (description: string) => policy.goods.read(description).headings[0]?.heading;

describe('what a description says of goods', () => {
  it.each([
    ['Wooden toy train', '9503'],
    ['USB-C charging cable 1 m', '8544'],
    ['Hair dryer 2000 W', '8516'],
    ["Men's leather wallet", '4202'],
    ['Silicone phone case', '3926'],
    ['Frying pan, stainless steel, 28 cm', '7323'],
    ['Leather gloves', '4203'],
    ['Black tea, 100 bags', '0902'],
    ['Dog food, dry, 2 kg', '2309'],
    ['Running shoes size 43', '6404'],
    ['Cotton T-shirt', '6109'],
    ['T shirt homme', '6109'],
    ['Herrenschuhe', '6402'],
    ['Robe femme', '6204'],
    ['Zapatos mujer', '6402'],
  ])('%s is of heading %s', (description, heading) => {
    expect(headingOf(description)).toBe(heading);
  });

  it('names the words it rests on, and shares that add up', () => {
    const { headings, chapters, evidence } = policy.goods.read('Scented candle in a jar');
    expect(headings[0]?.words.slice(0, 2)).toEqual(['scented candle', 'candle']);
    expect([...chapters.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
    expect(evidence).toBeGreaterThan(0);
  });

  const terms = [
    ['3304', 'lipstick'],
    ['8516', 'kettle'],
    ['6110', 'cardigan'],
    ['4819', 'box'],
    ['6403', 'shoe'],
  ] as const;
  const small = new GoodsIndex(terms, new Set(['black']));

  it.each([
    ['matt lpstck', '3304', 'without its vowels'],
    ['hand knitted warm winter cardig', '6110', 'cut off at the end'],
    ['shoebox', '4819', 'made of two known ones'],
    ['kettles', '8516', 'in the plural'],
  ])('%s: %s, a word %s', (description, heading) => {
    expect(small.read(description).headings[0]?.heading).toBe(heading);
  });

  it('learns nothing from words that name no goods, and answers the same twice', () => {
    expect(small.read('black')).toEqual({
      headings: [],
      chapters: new Map(),
      evidence: 0,
      isNamed: false,
      isTerm: false,
    });
    expect(small.read('kettle')).toEqual(small.read('kettle'));
  });

  it.each(['lipstick', 'lpstck', 'lipstick matt', 'lpstck matt', 'matt lpstck', 'matt lpstck for women'])(
    '%s: a name of goods, written out or short, wherever it stands',
    (description) => {
      expect(small.read(description)).toMatchObject({ headings: [{ heading: '3304' }], isNamed: true });
    },
  );

  it('reads what comes with the goods for less than the goods', () => {
    expect(small.read('kettle with box').headings[0]?.heading).toBe('8516');
    expect(small.read('box for kettle').headings[0]?.heading).toBe('4819');
  });
});

describe('a description that leaves the goods open', () => {
  const why = (description: string) => unclearnessOf(description, wordsOf(description), policy);

  it.each(['Qwertine', 'zorvane', 'forte'])('%s has no word for goods', (description) => {
    expect(why(description)).toBe('unknown');
  });

  it.each([
    ['GLASS', 'material'],
    ['100% polyester', 'material'],
    ['Audio equipment', 'category'],
    ['Quarry equipment', 'category'],
    ['Mega evolution', 'faint'],
  ])('%s says what goods are not enough: %s', (description, expected) => {
    expect(why(description)).toBe(expected);
  });

  it('of weak words alone is faint, and less so where they are a name of goods', () => {
    const goods = new GoodsIndex(
      [...'abcdefgh'].map((letter) => ['9503', `wug ${letter}x`] as const),
      new Set(),
    );
    const of = (description: string, leastUnnamed: number) => {
      const unclear_description = { ...policy.indicators.unclear_description, leastEvidence: 1, leastUnnamed };
      const own = { ...policy, goods, indicators: { ...policy.indicators, unclear_description } };
      return unclearnessOf(description, wordsOf(description), own);
    };
    expect(of('wug', 9)).toBe('faint');
    expect(of('wug', 1)).toBeNull();
    expect(of('wug ax', 9)).toBeNull();
  });

  it('of a word that stands for goods of many chapters says little; more words make it clear', () => {
    const terms = ['3924', '4421', '7326', '8302', '9620'].map((heading) => [heading, 'holder'] as const);
    const goods = new GoodsIndex([...terms, ['8212', 'razor holder']], policy.emptyWords);
    // A vocabulary of six terms says little with any word.
    const unclear_description = { ...policy.indicators.unclear_description, leastEvidence: 0, leastUnnamed: 0 };
    const own = { ...policy, goods, indicators: { ...policy.indicators, unclear_description } };
    const of = (description: string) => unclearnessOf(description, wordsOf(description), own);
    expect(of('Holder, black')).toBe('broad');
    expect(of('Razor holder')).toBeNull();
  });

  it.each(['Wooden toy train', 'Black leather belt', 'Wax', '手机壳', 'LED bulb E27 9 W', 'Coq10 capsules'])(
    '%s is clear',
    (description) => {
      expect(why(description)).toBeNull();
    },
  );

  it.each(['12345', 'black, large', 'Gifts'])('%s is flawed, which is said elsewhere', (description) => {
    expect(why(description)).toBeNull();
  });
});

describe('a description against its code', () => {
  const other = (description: string, code: string) => otherChapterOf(description, code, policy)?.guess.heading ?? null;

  it.each([
    ['Hair dryer 2000 W', '610910', '8516'],
    ["Men's leather wallet", '950300', '4202'],
  ])('%s is not %s but reads like %s', (description, code, heading) => {
    expect(other(description, code)).toBe(heading);
  });

  it.each([
    ['Hair dryer 2000 W', '851631', 'the same chapter'],
    ['Cotton T-shirt', '620630', 'knitted or woven, which the words do not tell'],
    ['Qwertine', '610910', 'nothing is known of it'],
    ['Parts', '847330', 'it says nothing'],
  ])('%s with %s is not doubted: %s', (description, code) => {
    expect(other(description, code)).toBeNull();
  });
});
