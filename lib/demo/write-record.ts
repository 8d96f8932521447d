import { DAY_MS } from '@/lib/kernel/dates';
import type { Random } from '@/lib/kernel/prng';
import { atHome } from './at-home';
import { amountText, toMinor } from './currencies';
import { between, chance, pick, whole } from './draw';
import { masterRef, mrn, s10Id } from './identifiers';
import { worthEur } from './parcels';
import { DEMO_OFFICES, type DemoOffice } from './partners';
import type { KnownParcel, Parcel, Scene } from './scene';
import type { Draft, DraftRecord } from './types';

type Route = { readonly channel: 'post' | 'express' | 'cargo'; readonly mode: '1' | '2' | '3' | '4' | '5' };

function routeOf(scene: Scene, dispatchCountry: string): Route {
  const { random, partner } = scene;
  if (partner.kind === 'post') return { channel: 'post', mode: '5' };
  if (partner.kind === 'carrier') return { channel: 'express', mode: '4' };
  if (chance(random, partner.kind === 'platform' ? 0.62 : 0.3)) return { channel: 'express', mode: '4' };
  if (dispatchCountry === 'GB' || dispatchCountry === 'CH' || dispatchCountry === 'TR')
    return { channel: 'cargo', mode: '3' };
  return {
    channel: 'cargo',
    mode: chance(random, 0.75) ? '4' : dispatchCountry === 'CN' && chance(random, 0.4) ? '2' : '1',
  };
}

/** The office of first presentation: mostly in the recipient's country, some by way of the air hub of Liège. */
function officeOf(random: Random, country: string, route: Route): DemoOffice {
  if (country === 'NL') return route.mode === '1' || route.mode === '2' || chance(random, 0.45) ? 'NLRTM' : 'NLAMS';
  if (route.mode === '1') return 'NLRTM';
  if (country === 'BE') return route.channel !== 'post' || chance(random, 0.5) ? 'BELGG' : 'NLAMS';
  if (route.channel !== 'post' && chance(random, 0.16)) return 'BELGG';
  return country === 'DE' ? 'DEFRA' : 'FRCDG';
}

const TRANSIT_DAYS = { post: [2, 8], express: [0.5, 3], cargo: [1, 8] } as const;
const POSTAGE_EUR = { post: [1.2, 6], express: [3.5, 16], cargo: [0.8, 4] } as const;

/** Postal service indicator: parcels above two kilograms, tracked, registered, express or untracked below. */
function indicatorOf(random: Random, massG: number): string {
  if (massG > 2000) return pick(random, ['CP', 'CN', 'CE', 'EA']);
  return pick(random, ['LX', 'LB', 'LZ', 'UA', 'UM', 'RR', 'RB', 'HA', 'EE']);
}

function kilograms(massG: number): string {
  return (massG / 1000).toFixed(3);
}

function itemsOf(random: Random, parcel: Parcel, route: Route): DraftRecord['items'] {
  return parcel.lines.map((line, index) => ({
    item_number: String(index + 1),
    description: line.description,
    // Private senders by post know no commodity codes; commercial ones have had to give them since 2025.
    ...(line.commodityCode && !(route.channel === 'post' && parcel.transactionType !== 'sale' && chance(random, 0.6))
      ? { commodity_code: line.commodityCode }
      : {}),
    ...(line.originCountry && !chance(random, 0.02) ? { origin_country: line.originCountry } : {}),
    quantity: String(line.quantity),
    net_mass_kg: kilograms((line.pieces ?? line.quantity) * line.unitMassG),
    value: amountText(line.unitMinor * line.quantity, parcel.currency),
    currency: parcel.currency,
    ...(parcel.marketplace && chance(random, 0.5)
      ? { listing_url: `https://shop.example/${line.archetype.hs6}/${whole(random, 10_000, 9_999_999)}` }
      : {}),
  }));
}

function partyColumns(parcel: Parcel): DraftRecord {
  const { sender, recipient } = parcel;
  return {
    sender_name: sender.name,
    sender_address: sender.address,
    sender_city: sender.city,
    ...(sender.postcode ? { sender_postcode: sender.postcode } : {}),
    sender_country: sender.country,
    recipient_name: recipient.name,
    recipient_address: recipient.address,
    recipient_city: recipient.city,
    recipient_postcode: recipient.postcode,
    recipient_country: recipient.country,
    ...(recipient.phone ? { recipient_phone: recipient.phone } : {}),
    ...(recipient.email ? { recipient_email: recipient.email } : {}),
    items: [],
  };
}

/** Who accounts for the tax: the vendor by its scheme up to 150 euro (a margin is kept for exchange rates), else others. */
function collectionColumns(random: Random, parcel: Parcel, worth: number): Partial<DraftRecord> {
  if (parcel.schemeId && parcel.transactionType === 'sale' && worth <= 149.99) {
    return { scheme_id: parcel.schemeId, collection_model: 'vendor' };
  }
  return { collection_model: pick(random, ['operator', 'operator', 'buyer', 'intermediary'] as const) };
}

/** What people forget now and then, without which a record is taken all the same. Drawn from no stream: other draws stay. */
function forget(record: DraftRecord, count: number): void {
  if (count % 31 === 0) delete record.recipient_postcode;
  if (count % 43 === 0) delete record.sender_address;
  if (count % 59 === 0 && record.recipient_postcode) record.recipient_postcode = record.recipient_postcode.slice(0, 2);
  if (count % 83 === 0) record.gross_mass_kg = record.items[0]?.net_mass_kg ?? record.gross_mass_kg;
}

/** Writes a parcel down as the record its partner would send. */
export function writeRecord(scene: Scene, { parcel, truth }: KnownParcel): Draft {
  const { random, partner, receivedAt } = scene;
  const count = scene.nextCount();
  const route = routeOf(scene, parcel.dispatchCountry);
  const worth = worthEur(parcel);
  const massG = parcel.lines.reduce((sum, line) => sum + (line.pieces ?? line.quantity) * line.unitMassG, 0);
  const grossG = Math.round(massG * 1.06) + whole(random, 12, 60);
  const day = receivedAt.toISOString().slice(2, 10).replaceAll('-', '');
  const own = `${partner.prefix}${day}${count.toString().padStart(7, '0')}`;
  const postal = route.channel === 'post' ? s10Id(indicatorOf(random, grossG), count, parcel.dispatchCountry) : null;
  const regime = postal
    ? 'mail'
    : partner.kind === 'broker' && chance(random, 0.3)
      ? 'generic'
      : worth <= 149.99
        ? 'h7'
        : 'entry';
  const [soonest, latest] = TRANSIT_DAYS[route.channel];
  const arrival = receivedAt.getTime() + Math.round((between(random, soonest, latest) * DAY_MS) / 60_000) * 60_000;
  const [cheap, dear] = POSTAGE_EUR[route.channel];
  const office = officeOf(random, parcel.recipient.country, route);
  const record: DraftRecord = {
    reference: partner.kind === 'post' && postal ? postal : own,
    regime,
    channel: route.channel,
    transport_mode: route.mode,
    ...(postal ? { s10_id: postal } : { house_ref: `${partner.prefix}H${count.toString().padStart(9, '0')}` }),
    ...(route.mode === '4'
      ? { master_ref: masterRef(scene.dayIndex * 40 + DEMO_OFFICES.findIndex(({ code }) => code === office)) }
      : {}),
    ...(regime === 'h7' || regime === 'entry' ? { lrn: `L${own}` } : {}),
    ...(regime === 'entry' ? { mrn: mrn(receivedAt.getUTCFullYear(), office.slice(0, 2), count) } : {}),
    office,
    expected_arrival_at: new Date(arrival).toISOString(),
    dispatch_country: parcel.dispatchCountry,
    transaction_type: parcel.transactionType,
    ...partyColumns(parcel),
    ...(parcel.marketplace ? { marketplace: parcel.marketplace } : {}),
    ...(parcel.sellerName ? { seller_name: parcel.sellerName } : {}),
    ...collectionColumns(random, parcel, worth),
    gross_mass_kg: kilograms(grossG),
    ...(chance(random, 0.82)
      ? {
          transport_cost: amountText(toMinor(between(random, cheap, dear), parcel.currency), parcel.currency),
          transport_currency: parcel.currency,
        }
      : {}),
    items: itemsOf(random, parcel, route),
  };
  const postedAt = new Date(receivedAt.getTime() - whole(random, 60, 900) * 60_000);
  const draft = atHome({ record, truth, postedAt }, scene.example, { worth, count });
  forget(draft.record, count);
  return draft;
}
