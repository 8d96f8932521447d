import { expect, it } from 'vitest';
import { policyOn } from '@/tests/support/records';
import { exciseGoodsOf } from './excise';

it('excise goods are alcohol and tobacco by their code, and nothing without one', () => {
  const items = ['220830', '610910', null, '24022090'].map((commodityCode, index) => ({
    itemNumber: index + 1,
    commodityCode,
  }));
  expect(exciseGoodsOf(items, policyOn('2026-11-02'))).toEqual([
    { itemNumber: 1, commodityCode: '220830' },
    { itemNumber: 4, commodityCode: '24022090' },
  ]);
});
