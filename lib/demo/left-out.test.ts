import { expect, it } from 'vitest';
import { withLeftOut } from './left-out';

it('adds an item of the kind of the first with an eighth of its value and mass: 14.50 / 8 = 1.82, 0.300 / 8 = 0.038', () => {
  const record = {
    reference: 'R-1',
    items: [{ description: 'Shirt', value: '14.50', net_mass_kg: '0.300', quantity: '3' }],
  };
  expect(withLeftOut(record)?.items).toEqual([
    { description: 'Shirt', value: '14.50', net_mass_kg: '0.300', quantity: '3', item_number: '1' },
    { description: 'Shirt', value: '1.82', net_mass_kg: '0.038', quantity: '1', item_number: '2' },
  ]);
});

it('keeps amounts of a currency without decimals whole, and adds no mass where none was declared', () => {
  expect(withLeftOut({ items: [{ value: '1501' }] })?.items[1]).toEqual({
    value: '188',
    quantity: '1',
    item_number: '2',
  });
});

it('leaves a record alone whose value it cannot read', () => {
  expect(withLeftOut({ items: [{ value: 'many' }] })).toBeNull();
  expect(withLeftOut({ items: [] })).toBeNull();
});
