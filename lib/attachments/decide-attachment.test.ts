import { describe, expect, it } from 'vitest';
import { drawScan } from '@/lib/demo/pictures/draw';
import { maskContacts } from './contacts';
import { decideAttachment, decideErasure, decideOpening, decideRoom } from './decide-attachment';
import { ATTACHMENTS_MAX, KIND_RULES } from './kinds';

const PICTURE = drawScan('640399', 7);
const text = (words: string) => new TextEncoder().encode(words);
const codesOf = (decided: ReturnType<typeof decideAttachment>) =>
  decided.ok ? [] : decided.reasons.map(({ code, params }) => ({ code, ...params }));

describe('What may be attached', () => {
  it('is a picture as a scan or a product picture, which names nobody', () => {
    for (const kind of ['scan_image', 'product_picture'] as const)
      expect(decideAttachment(kind, PICTURE)).toMatchObject({ ok: true, mediaType: 'image/png', isPersonal: false });
  });

  it('is a paper of any type taken, which counts as personal', () => {
    for (const kind of ['invoice', 'payment_proof', 'other_document'] as const) {
      expect(decideAttachment(kind, PICTURE)).toMatchObject({ ok: true, isPersonal: true });
      expect(decideAttachment(kind, text('%PDF-1.4'))).toMatchObject({
        mediaType: 'application/pdf',
        isPersonal: true,
      });
    }
  });

  it('is no markup under any kind, and says what was found and what is taken', () => {
    expect(codesOf(decideAttachment('product_picture', text('<svg/>')))).toEqual([
      { code: 'attachment.type', found: 'SVG', allowed: 'PNG, JPEG, WebP' },
    ]);
    expect(codesOf(decideAttachment('listing_text', text('<html>')))).toEqual([
      { code: 'attachment.type', found: 'HTML', allowed: 'plain text (UTF-8)' },
    ]);
    expect(codesOf(decideAttachment('listing_text', PICTURE))).toEqual([
      { code: 'attachment.type', found: 'PNG', allowed: 'plain text (UTF-8)' },
    ]);
  });

  it('is no longer than its kind may be, and not empty', () => {
    const most = KIND_RULES.listing_text.bytesMax;
    expect(decideAttachment('listing_text', new Uint8Array(most).fill(65)).ok).toBe(true);
    expect(codesOf(decideAttachment('listing_text', new Uint8Array(most + 1).fill(65)))).toEqual([
      { code: 'attachment.too_large', limit: most },
    ]);
    expect(codesOf(decideAttachment('invoice', new Uint8Array()))).toEqual([{ code: 'attachment.empty' }]);
  });

  it('is no picture that unfolds to more points than a screen can hold', () => {
    const huge = Uint8Array.from(PICTURE);
    new DataView(huge.buffer).setUint32(16, 200_000);
    expect(codesOf(decideAttachment('scan_image', huge))).toEqual([
      { code: 'attachment.too_many_points', width: 200_000, height: 360, limit: 50_000_000 },
    ]);
  });

  it('ends with the room a consignment has', () => {
    expect(decideRoom(ATTACHMENTS_MAX - 1)).toEqual({ ok: true });
    expect(decideRoom(ATTACHMENTS_MAX)).toMatchObject({ ok: false, reasons: [{ code: 'attachment.too_many' }] });
  });
});

describe('An attachment', () => {
  it('is erased once, and not while an appeal is open; then nobody opens it', () => {
    const there = { erasedAt: null, erasedByName: null };
    const gone = { erasedAt: new Date(0), erasedByName: 'C. Lind' };
    const facts = { heldBy: null, reason: 'request_of_person', keptUntil: null, today: '2026-11-27' } as const;
    expect(decideErasure(there, facts)).toEqual({ ok: true });
    for (const heldBy of ['appeal', 'audit', 'hold'] as const) {
      expect(decideErasure(there, { ...facts, heldBy })).toMatchObject({
        reasons: [{ code: `attachment.under_${heldBy}` }],
      });
    }
    expect(decideErasure(gone, { ...facts, heldBy: 'appeal' })).toMatchObject({
      reasons: [{ code: 'attachment.erased_by' }],
    });
    expect(decideOpening(there)).toEqual({ ok: true });
    expect(JSON.stringify(decideOpening(gone))).not.toContain('Lind');
  });
});

describe('An attachment nobody needs', () => {
  it('stays until its period of keeping is over, and goes before only for another reason', () => {
    const there = { erasedAt: null, erasedByName: null };
    const keptUntil = { on: '2029-11-02', source: 'Article 103(1)', from: 'received' } as const;
    const on = (today: string, reason: 'not_needed' | 'order_of_court' = 'not_needed') =>
      decideErasure(there, { heldBy: null, reason, keptUntil, today });
    expect(on('2029-11-02')).toEqual({
      ok: false,
      reasons: [{ code: 'attachment.kept_until', citation: 'Article 103(1)', params: { day: '2029-11-02' } }],
    });
    expect(on('2029-11-03')).toEqual({ ok: true });
    expect(on('2026-11-27', 'order_of_court')).toEqual({ ok: true });
  });
});

describe('A listing text', () => {
  it('is personal where it tells how to reach somebody, and is shown without that', () => {
    const listing = 'Ask maria.silva@example.org or +31 6 1234 5678.';
    expect(decideAttachment('listing_text', text(listing))).toMatchObject({ isPersonal: true });
    expect(maskContacts(listing)).toBe('Ask *** or ***.');
  });

  it.each(['A', '0', '0(', '+1 ', 'a@', '.', 'a.', 'a@b.'])(
    'of nothing but %j is read in no more time than it is long',
    (part) => {
      const most = KIND_RULES.listing_text.bytesMax;
      expect(decideAttachment('listing_text', text(part.repeat(most / part.length))).ok).toBe(true);
    },
  );

  it('is not for its sizes, prices and numbers of goods', () => {
    const listing = 'Trainers, size 38-42, 0.850 kg, EUR 1 299.00, model 870-2231, HS 640399, since 2019';
    expect(decideAttachment('listing_text', text(listing))).toMatchObject({ isPersonal: false });
    expect(maskContacts(listing)).toBe(listing);
  });
});
