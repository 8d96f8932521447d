import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { SimulationView } from '@/db/queries/simulation/get-simulation';
import queue from '@/lib/messages/en/queue.json';
import simulation from '@/lib/messages/en/simulation.json';
import ui from '@/lib/messages/en/ui.json';
import { NO_CHANGES } from '@/lib/simulation/changes';
import { type ChargeSums, noCharges } from '@/lib/simulation/charge-tally';
import { CompareTable } from './compare-table';

const view = (id: string, total: Partial<ChargeSums>) =>
  ({
    ...{ id, title: id, fromOn: '2026-10-01', toOn: '2026-10-31', minorDigits: 2, changes: NO_CHANGES },
    result: { total: { ...noCharges(), ...total }, controls: [] },
  }) as unknown as SimulationView;

const told = (...simulations: SimulationView[]) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en-GB" timeZone="UTC" messages={{ simulation, queue, ui }}>
      <CompareTable simulations={simulations} />
    </NextIntlClientProvider>,
  );
const ofBefore = view('Of before', {
  vendorWas: null,
  vendorSimulated: null,
  lowValueWas: null,
  lowValueSimulated: null,
});

it('a simulation of before something was counted has "not counted" beside one that has it, not a nought', () => {
  const row = told(ofBefore, view('New', { lowValueWas: 8, lowValueSimulated: 5 }))
    .split('<tr')
    .find((one) => one.includes(simulation.figure.lowValue));
  expect(row).toContain('not counted');
  expect(row).toContain('as it was 8');
});

it('what none of them counted, or none has anything of, has no line', () => {
  const table = told(ofBefore, view('New', {}));
  expect(table).not.toContain('not counted');
  expect(table).not.toContain(simulation.figure.lowValue);
});
