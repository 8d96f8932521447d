import type { ReadOptions } from '../staged-row';
import type { ElementReader, Found, Reading } from './element-reader';
import type { ConsignmentValues, ItemValues, Value } from './to-sent';
import { wcoInstant } from './wco-instant';
import {
  amountOf,
  channelColumn,
  grossOfItems,
  massOf,
  partyColumns,
  partyOf,
  schemeColumns,
  totalAmount,
  transportColumns,
  wcoParty,
} from './wco-parts';

/** Nature of transaction (Regulation (EU) 2020/1197, table of codes), first digit, where our words say the same. */
const NATURES: ReadonlyMap<string, string> = new Map([
  ['1', 'sale'],
  ['2', 'returned_goods'],
]);

/** Tariff code in its parts: combined nomenclature (TSP) and the two figures of TARIC (TRC) after it, or the HS subheading. */
function commodityCode(commodity: ElementReader | undefined): Found | undefined {
  const classifications = commodity?.all('Classification') ?? [];
  const ofType = (type: string) => {
    const all = classifications.filter((entry) => entry.text('IdentificationTypeCode')?.value === type);
    return all.length === 1 ? all[0] : undefined;
  };
  const base = ofType('TSP') ?? ofType('SSH') ?? ofType('HS');
  const suffix = base?.text('ID')?.value.length === 8 ? ofType('TRC') : undefined;
  for (const entry of classifications) if (entry !== base && entry !== suffix) entry.keep();
  const code = base?.text('ID');
  const rest = suffix?.text('ID');
  return code && rest ? { ...code, value: code.value + rest.value } : code;
}

/** The country of origin: of several origins, the non-preferential one (type 1). */
function originOf(item: ElementReader): Found | undefined {
  const origins = item.all('Origin');
  const types = origins.map((origin) => origin.text('TypeCode')?.value);
  const chosen = origins.length === 1 ? origins[0] : origins[types.indexOf('1')];
  for (const origin of origins) if (origin !== chosen) origin.keep();
  return chosen?.text('CountryCode');
}

/** Columns of one goods item; `currency` is that of the invoice, for prices that name none. */
export function wcoItem(item: ElementReader, currency: Found | undefined, reading: Reading): ItemValues {
  const commodity = item.one('Commodity');
  const measure = commodity?.one('GoodsMeasure');
  const price = amountOf(commodity?.one('InvoiceLine', 'ItemChargeAmount'));
  return {
    item_number: item.text('SequenceNumeric'),
    description: commodity?.text('Description'),
    commodity_code: commodityCode(commodity),
    origin_country: originOf(item),
    quantity: measure?.text('TariffQuantity'),
    net_mass_kg: massOf(measure?.one('NetNetWeightMeasure'), reading),
    value: price.amount,
    currency: price.currency ?? (price.amount && currency),
  };
}

/** A value of the header, else the one that all goods items share; where they differ, each is kept as unknown. */
function shared(header: ElementReader | undefined, items: readonly ElementReader[]): Found | undefined {
  const values = (header ? [header] : items).map((element) => element.own());
  if (new Set(values.map((found) => found?.value)).size <= 1) return values[0];
  for (const item of items) item.keep();
  return undefined;
}

/** The word for the nature of transaction, which all items must share. The code says more than our word: it is kept as well. */
function natureOf(header: ElementReader | undefined, items: readonly ElementReader[]): Value {
  const code = shared(header, items);
  const type = code && NATURES.get(code.value.charAt(0));
  for (const element of header ? [header] : items) element.keep();
  return code && type ? { ...code, value: type } : undefined;
}

/** Columns of the consignment that declarations of the WCO Data Model hold at the same places in every country. */
export function wcoConsignment(declaration: ElementReader, options: ReadOptions, reading: Reading): ConsignmentValues {
  const shipment = declaration.one('GoodsShipment');
  const consignment = shipment?.one('Consignment');
  const items = shipment?.all('GovernmentAgencyGoodsItem') ?? [];
  const ofItems = (...names: readonly string[]) => items.flatMap((item) => item.every(...names));
  const firstOf = (name: string) => items.map((item) => item.one(name));
  const mode = declaration.text('BorderTransportMeans', 'ModeCode');
  const documents = [...(consignment?.all('TransportContractDocument') ?? []), ...ofItems('TransportContractDocument')];
  const fiscal = [...(shipment?.all('DomesticDutyTaxParty') ?? []), ...ofItems('DomesticDutyTaxParty')];
  const total = declaration.one('TotalGrossMassMeasure') ?? consignment?.one('TotalGrossMassMeasure');
  const grossOfEach = items.map((item) => item.one('Commodity', 'GoodsMeasure', 'GrossMassMeasure'));
  const transport = totalAmount(
    shipment?.one('CustomsValuation', 'ExitToEntryChargeAmount'),
    ofItems('CustomsValuation', 'ExitToEntryChargeAmount'),
  );
  const arrival =
    declaration.one('BorderTransportMeans', 'ArrivalDateTime') ??
    consignment?.one('ArrivalTransportMeans', 'ArrivalDateTime');
  return {
    transport_mode: mode,
    channel: channelColumn(mode, options),
    ...transportColumns(documents.map((document) => ({ type: document.one('TypeCode'), id: document.one('ID') }))),
    expected_arrival_at: wcoInstant(arrival),
    dispatch_country: shared(shipment?.one('ExportCountry', 'ID'), ofItems('ExportCountry', 'ID')),
    transaction_type: natureOf(shipment?.one('TransactionNatureCode'), ofItems('TransactionNatureCode')),
    ...partyColumns(
      partyOf(
        'sender',
        [declaration.one('Exporter'), shipment?.one('Exporter'), consignment?.one('Consignor')],
        firstOf('Exporter'),
        wcoParty,
        reading,
      ),
      partyOf(
        'recipient',
        [shipment?.one('Importer'), declaration.one('Importer'), shipment?.one('Consignee')],
        firstOf('Importer'),
        wcoParty,
        reading,
      ),
      () => shared(shipment?.one('Destination', 'CountryCode'), ofItems('Destination', 'CountryCode')),
    ),
    seller_name: shipment?.text('Seller', 'Name'),
    ...schemeColumns(fiscal.map((party) => ({ type: party.one('RoleCode'), id: party.one('ID') }))),
    gross_mass_kg: total ? massOf(total, reading) : grossOfItems(grossOfEach, reading),
    transport_cost: transport.amount,
    transport_currency: transport.currency,
  };
}
