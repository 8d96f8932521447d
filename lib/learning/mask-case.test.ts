import { expect, it } from 'vitest';
import type { ConsignmentDetail } from '@/db/queries/consignment/consignment-detail';
import { maskCase, maskWords } from './mask-case';

it('takes addresses and long numbers out of words, and leaves what the goods are', () => {
  expect(maskWords('Wristwatch, ask ann.b@shop.example or +49 151 234 5678')).toBe('Wristwatch, ask *** or ***');
  expect(maskWords('USB-C cable 2 m, 60 W, 10 pieces, model 2026')).toBe(
    'USB-C cable 2 m, 60 W, 10 pieces, model 2026',
  );
});

/** As much of a consignment as masking looks at. */
const detail = {
  row: {
    consignmentId: 'c0ffee',
    reference: 'ORDER-77',
    partnerId: 'p1',
    partnerName: 'Harbour Parcels',
    headline: 'Watch for x@y.example',
    status: 'released',
    profiles: [{}],
  },
  declared: {
    submissionId: 's1',
    s10Id: 'LX123456789CN',
    houseRef: 'H1',
    masterRef: null,
    lrn: 'LRN1',
    mrn: '26NL1',
    schemeId: 'IM5281234567',
    sellerName: 'Shenzhen Cable Trading',
    warnings: [{ code: 'x', severity: 'warning', pointer: 'mrn', value: '26NL1' }],
    marketplace: 'Example Market',
  },
  parties: {
    sender: { initial: 'S***', city: 'Shenzhen', country: 'CN' },
    recipient: { initial: null, city: 'Lisboa', country: 'PT' },
  },
  items: [{ description: 'Watch, 0151 2345678', listingUrl: 'https://shop.example/1', commodityCode: '910211' }],
  assessments: [
    {
      indicators: [{ code: 'scheme_misuse', values: { scheme: 'IM5281234567', day: '2026-11-02', value: '9.25' } }],
      chargeLines: [{ working: { code: 'vat_vendor', values: { scheme: 'IM5281234567', base: '15.54' } } }],
    },
    { indicators: [], chargeLines: [] },
  ],
} as unknown as ConsignmentDetail;

it('leaves nothing of a case that leads back to a parcel, a person or a partner', () => {
  const masked = maskCase(detail, 'CASE-01');
  const text = JSON.stringify(masked);
  for (const secret of [
    ...['c0ffee', 'ORDER-77', 'Harbour Parcels', 'x@y.example', 'LX123456789CN', 'H1"', 'LRN1', '26NL1'],
    ...['IM5281234567', 'Shenzhen', 'Lisboa', 'S***', '0151 2345678', 'shop.example'],
  ])
    expect(text).not.toContain(secret);
  expect(masked.row).toMatchObject({ reference: 'CASE-01', status: 'selected' });
});

it('keeps what a case is judged by', () => {
  const masked = maskCase(detail, 'CASE-01');
  expect(masked.parties.sender).toEqual({ initial: '***', city: null, country: 'CN' });
  // Known by its number alone stays so.
  expect(masked.parties.recipient).toEqual({ initial: null, city: null, country: 'PT' });
  expect(masked.items[0]).toMatchObject({ commodityCode: '910211', description: 'Watch, ***' });
  expect(masked.declared.marketplace).toBe('Example Market');
  expect(masked.assessments).toHaveLength(1);
  expect(masked.assessments[0]?.indicators[0]?.values).toEqual({ scheme: '***', day: '2026-11-02', value: '9.25' });
});
