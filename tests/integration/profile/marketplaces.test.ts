import { expect, it } from 'vitest';
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
