import { and, asc, eq, inArray } from 'drizzle-orm';
import { attachFile } from '@/db/commands/consignment/attach-file';
import { db } from '@/db/connection';
import { clearances, items } from '@/db/schema';
import type { AttachmentKind } from '@/lib/attachments/kinds';
import { officesLike } from '@/lib/demo/at-home';
import { DEMO_PARTNERS } from '@/lib/demo/partners';
import { drawProduct, drawScan } from '@/lib/demo/pictures/draw';
import type { Actor } from '@/lib/identity/actor';
import { DEMO_ACCOUNTS } from '@/lib/identity/demo-accounts';
import { sha256Hex } from '@/lib/kernel/ids';
import { demoOfficers } from './officers';
import { demoPartnerActor, demoPartnerId } from './partners';

/** Consignments with pictures in each office of the demo's first officer. */
const PICTURED = 6;
const MINUTE_MS = 60_000;
const OFFICES = [...(DEMO_ACCOUNTS.find(({ role }) => role === 'officer')?.offices ?? [])].flatMap(officesLike);

type Goods = typeof items.$inferSelect;

/**
 * Gives some of what waits pictures drawn by code: a scan by an officer, the seller's picture, the text of the listing and an invoice by
 * the partner. The same demo attaches the same files, so that one that is run again adds none.
 */
export async function attachPictures(endAt: Date): Promise<void> {
  for (const officeId of OFFICES) {
    const waiting = await db()
      .select()
      .from(clearances)
      .where(and(eq(clearances.officeId, officeId), eq(clearances.status, 'selected')))
      .orderBy(asc(clearances.actByAt), asc(clearances.consignmentId))
      .limit(PICTURED);
    const goods = await db()
      .select()
      .from(items)
      .where(
        inArray(
          items.consignmentId,
          waiting.map(({ consignmentId }) => consignmentId),
        ),
      )
      .orderBy(asc(items.itemNumber));
    for (const { consignmentId, partnerId, receivedAt } of waiting) {
      const item = goods.find((one) => one.consignmentId === consignmentId);
      const partner = DEMO_PARTNERS.find(({ key }) => demoPartnerId(key) === partnerId);
      if (!item || !partner) continue;
      const sender = demoPartnerActor(partner.key);
      const sentAt = new Date(receivedAt.getTime() + 4 * MINUTE_MS);
      const seed = Number.parseInt(sha256Hex(`picture:${consignmentId}`).slice(0, 8), 16);
      const attach = (actor: Actor, kind: AttachmentKind, fileName: string, content: Uint8Array, at: Date) =>
        attachFile(actor, { consignmentId, kind, fileName }, { announcedBytes: content.length, body: [content] }, at);
      await attach(sender, 'product_picture', 'listing-1.png', drawProduct(item.commodityCode, seed), sentAt);
      await attach(sender, 'listing_text', 'listing.txt', textBytes(listingOf(item)), sentAt);
      await attach(sender, 'invoice', 'invoice.txt', textBytes(invoiceOf(item, seed)), sentAt);
      const scannedAt = new Date(Math.max(sentAt.getTime(), endAt.getTime() - 90 * MINUTE_MS));
      const [officer] = demoOfficers(officeId);
      await attach(officer, 'scan_image', 'scanner-2-view-a.png', drawScan(item.commodityCode, seed), scannedAt);
    }
  }
}

const textBytes = (text: string) => new TextEncoder().encode(text);

function listingOf({ description, value, currency, quantity, originCountry }: Goods): string {
  return [
    description,
    '',
    `Price for ${quantity ?? '1'}: ${value} ${currency}`,
    ...(originCountry ? [`Ships from: ${originCountry}`] : []),
    '',
    'Condition: new, in its original packing',
    'Returns within 30 days. Questions are answered through the shop.',
  ].join('\n');
}

function invoiceOf({ description, value, currency, quantity }: Goods, seed: number): string {
  return [
    `Invoice ${String(seed % 100_000).padStart(5, '0')}`,
    '',
    'Sold to: the recipient of the parcel',
    `${quantity ?? '1'} x ${description}`,
    `Total: ${value} ${currency}`,
    'Paid by card',
  ].join('\n');
}
