import { randomInt } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { partnerKey } from './people';

const DAY_MS = 86_400_000;

/** A start of references that no earlier run has used. */
export const newPrefix = (): string => `E2E-${Date.now().toString(36).toUpperCase()}${randomInt(36 ** 2).toString(36)}`;

const goodRow = (): Readonly<Record<string, string>> => ({
  reference: 'E2E',
  regime: 'h7',
  channel: 'express',
  transport_mode: '4',
  office: 'DEFRA',
  expected_arrival_at: new Date(Date.now() + DAY_MS).toISOString(),
  dispatch_country: 'CN',
  transaction_type: 'sale',
  sender_name: 'Bright Harbour Trading',
  sender_address: '8 Jetty Road',
  sender_city: 'Shenzhen',
  sender_postcode: '518000',
  sender_country: 'CN',
  recipient_name: 'Nora Testmann',
  recipient_address: 'Dock Street 1',
  recipient_city: 'Frankfurt',
  recipient_postcode: '60549',
  recipient_country: 'DE',
  collection_model: 'operator',
  gross_mass_kg: '0.4',
  item_number: '1',
  description: 'Cotton T-shirt, knitted, printed',
  commodity_code: '610910',
  origin_country: 'CN',
  quantity: '1',
  net_mass_kg: '0.3',
  value: '14.50',
  currency: 'EUR',
});

/** Goods that an officer must look at. */
export const DOUBTFUL: Readonly<Record<string, string>> = {
  transaction_type: 'gift',
  quantity: '40',
  value: '44.00',
};

/** A CSV file of good rows, each with the differences named. */
export function csvOf(rows: readonly Readonly<Record<string, string>>[]): string {
  const base = goodRow();
  const header = [...new Set([base, ...rows].flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => {
    const full = { ...base, ...row };
    return header.map((column) => `"${(full[column] ?? '').replaceAll('"', '""')}"`).join(',');
  });
  return `${[header.join(','), ...lines].join('\n')}\n`;
}

/** Sends rows by the API of the partner. */
export const send = (request: APIRequestContext, body: string, headers: Readonly<Record<string, string>> = {}) =>
  request.post('/api/v1/submissions', {
    data: Buffer.from(body),
    headers: { authorization: `Bearer ${partnerKey()}`, 'content-type': 'text/csv', ...headers },
  });

/** A doubtful consignment for one test, waiting in the officers' queue; gives its address. */
export async function doubtful(request: APIRequestContext, reference: string): Promise<string> {
  const sent = await send(request, csvOf([{ ...DOUBTFUL, reference }]));
  if (!sent.ok()) throw new Error(`The consignment was not taken: ${await sent.text()}`);
  const read = await request.get(`/api/v1/consignments/${reference}`, {
    headers: { authorization: `Bearer ${partnerKey()}` },
  });
  const { consignmentId, status } = (await read.json()) as { consignmentId: string; status: string };
  if (status !== 'under_control') throw new Error(`The consignment is ${status}: no officer sees it.`);
  return `/consignments/${consignmentId}`;
}
