import { expect, it } from 'vitest';
import { listLatestNames } from '@/db/queries/profile/list-latest-names';
import { listMarketplaces } from '@/db/queries/profile/list-marketplaces';
import { ForbiddenError } from '@/lib/kernel/errors';
import { aDesk, someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();

it('offers the marketplaces of the own offices, the most frequent first, each once in its usual spelling', async () => {
  const { partner } = await aDesk();
  const named = ['Etsy', 'Temu', 'Temu', 'TEMU', 'Temu', 'Etsy', ''];
  const rows = named.map((marketplace, at) => ({ reference: `M-${at}`, office: 'NLRTM', marketplace }));
  await sendSubmission(partner, csvOf([...rows, { reference: 'M-9', office: 'DEFRA', marketplace: 'Allegro' }]));
  expect(await listMarketplaces(someone('risk_manager', 'NLRTM'))).toEqual(['Temu', 'Etsy']);
  expect(await listMarketplaces(someone('risk_manager', 'DEFRA'))).toEqual(['Allegro']);
  await expect(listMarketplaces(someone('officer', 'NLRTM'))).rejects.toThrow(ForbiddenError);
});

it('offers sellers and scheme numbers of the latest consignments of the own offices, the most frequent first', async () => {
  const { partner } = await aDesk();
  const vendor = { collection_model: 'vendor' };
  const named: Record<string, string>[] = [
    { reference: 'N-1', seller_name: 'Bright Harbour', scheme_id: 'IM2760000012', ...vendor },
    { reference: 'N-2', seller_name: 'bright harbour', scheme_id: 'IM2760000012', ...vendor },
    { reference: 'N-3', seller_name: 'Bright Harbour' },
    // The name of a private person, which is masked everywhere.
    { reference: 'N-5', seller_name: 'Maria Silva', transaction_type: 'gift' },
    { reference: 'N-4', seller_name: 'Blue Lamp', scheme_id: 'IM3720000035', ...vendor },
  ];
  const rows = named.map((row) => ({ office: 'NLRTM', ...row }));
  await sendSubmission(partner, csvOf([...rows, { reference: 'N-9', office: 'DEFRA', seller_name: 'Far Away' }]));
  expect(await listLatestNames(someone('risk_manager', 'NLRTM'))).toEqual({
    sellers: ['Bright Harbour', 'Blue Lamp'],
    schemes: ['IM2760000012', 'IM3720000035'],
  });
  expect((await listLatestNames(someone('risk_manager', 'DEFRA'))).sellers).toEqual(['Far Away']);
  await expect(listLatestNames(someone('officer', 'NLRTM'))).rejects.toThrow(ForbiddenError);
});
