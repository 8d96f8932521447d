import { expect, it } from 'vitest';
import { weighedAnew } from './weighed-anew';

it('raises the masses a record declares by an eighth and leaves everything else', () => {
  const record = {
    reference: 'R-1',
    gross_mass_kg: '0.800',
    items: [{ value: '5.00', net_mass_kg: '0.5' }, { value: '1.00' }],
  };
  expect(weighedAnew(record)).toEqual({
    ...{ reference: 'R-1', gross_mass_kg: '0.900' },
    items: [{ value: '5.00', net_mass_kg: '0.563' }, { value: '1.00' }],
  });
});

it('leaves what cannot be read and adds no mass that was not declared', () => {
  const record = { reference: 'R-2', gross_mass_kg: 'heavy', items: [{ value: '5.00' }] };
  expect(weighedAnew(record)).toEqual(record);
});
