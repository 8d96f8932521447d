import { withExpectedArrival } from '../derived-arrival';
import type { ReadOptions } from '../staged-row';
import type { XmlElement } from './element';
import { ElementReader, type Found, type Reading } from './element-reader';
import { isH7, typeOfProcedures } from './procedures';
import { type ItemValues, toSent } from './to-sent';
import {
  grossOfItems,
  massOf,
  officeColumn,
  type PartyValues,
  partyColumns,
  partyOf,
  schemeColumns,
  totalCost,
  transportColumns,
} from './wco-parts';
import type { MappedRecord, XmlFormat } from './xml-format';

/** Name spaces of the message: `urn:uccv:xsd:imp:<release>:<part>`. */
const UCC_IMPORT = /^urn:uccv:xsd:imp:[^:]+:(?:CC415|CCommon|Declaration)$/;
const UCC_ROOT = /^urn:uccv:xsd:imp:[^:]+:CC415$/;

function party(element: ElementReader): PartyValues {
  return {
    name: element.text('name'),
    address: element.text('Address', 'streetAndNumber'),
    city: element.text('Address', 'city'),
    postcode: element.text('Address', 'postcode'),
    country: element.text('Address', 'country'),
    id: element.text('identificationNumber'),
    phone: undefined,
    email: undefined,
  };
}

/** HS subheading, and where given the two figures of the combined nomenclature and the two of TARIC after it. */
function commodityCode(code: ElementReader | undefined): Found | undefined {
  const subheading = code?.text('harmonizedSystemSubheadingCode');
  const combined = subheading && code?.text('combinedNomenclatureCode');
  const taric = combined && code?.text('taricCode');
  return subheading && { ...subheading, value: subheading.value + (combined?.value ?? '') + (taric?.value ?? '') };
}

function itemValues(item: ElementReader, reading: Reading): ItemValues {
  const commodity = item.one('Commodity');
  const measure = commodity?.one('GoodsMeasure');
  return {
    item_number: item.text('declarationGoodsItemNumber'),
    description: commodity?.text('descriptionOfGoods'),
    commodity_code: commodityCode(commodity?.one('CommodityCode')),
    origin_country: item.text('Origin', 'countryOfOrigin'),
    quantity: measure?.text('supplementaryUnits'),
    net_mass_kg: massOf(measure?.one('netMass'), reading),
    value: item.text('IntrinsicValue', 'intrinsicValueAmount'),
    currency: item.text('IntrinsicValue', 'intrinsicValueCurrency'),
  };
}

/** Reads an import declaration CC415 of the Union Customs Code, category H7, as Romania exchanges it. One message is one declaration. */
function read(element: XmlElement, options: ReadOptions): MappedRecord {
  const reading: Reading = { belongs: (namespace) => UCC_IMPORT.test(namespace), problems: [] };
  const message = new ElementReader(element, reading);
  const shipment = message.one('GoodsShipment');
  const consignment = shipment?.one('Consignment');
  const items = shipment?.all('GoodsShipmentItem') ?? [];
  const ofItems = (...names: readonly string[]) => items.flatMap((item) => item.every(...names));
  const procedures = ofItems('Procedure', 'AdditionalProcedure', 'additionalProcedure');
  const codes = procedures.map((procedure) => procedure.own());
  for (const procedure of procedures) procedure.keep();
  const category = message.text('NationalDeclaration', 'DeclarationCategory');
  message.one('NationalDeclaration')?.keep();
  const reference = message.text('ImportOperation', 'LRN');
  const documents = [...(consignment?.all('TransportDocument') ?? []), ...ofItems('TransportDocument')];
  const fiscal = [...(shipment?.all('AdditionalFiscalReference') ?? []), ...ofItems('AdditionalFiscalReference')];
  const costs = totalCost(shipment?.one('TransportCosts'), ofItems('TransportCosts'));
  const gross = consignment?.one('grossMass');
  const grossOfEach = items.map((item) => item.one('Commodity', 'GoodsMeasure', 'grossMass'));
  const importers = [message.one('Importer'), shipment?.one('Importer')];
  const exporters = [message.one('Exporter'), shipment?.one('Exporter')];
  const values = {
    reference,
    lrn: reference,
    mrn: message.text('ImportOperation', 'MRN'),
    regime: category?.value === 'H7' || isH7(codes) ? 'h7' : 'entry',
    channel: options.defaultChannel,
    ...transportColumns(
      documents.map((document) => ({ type: document.one('type'), id: document.one('referenceNumber') })),
    ),
    office: officeColumn(message.one('CustomsOffice', 'referenceNumber'), options),
    transaction_type: typeOfProcedures(codes),
    ...partyColumns(
      partyOf(
        'sender',
        exporters,
        items.map((item) => item.one('Exporter')),
        party,
        reading,
      ),
      partyOf(
        'recipient',
        importers,
        items.map((item) => item.one('Importer')),
        party,
        reading,
      ),
    ),
    ...schemeColumns(fiscal.map((entry) => ({ type: entry.one('role'), id: entry.one('vatIdentificationNumber') }))),
    gross_mass_kg: gross ? massOf(gross, reading) : grossOfItems(grossOfEach, reading),
    transport_cost: costs.amount,
    transport_currency: costs.currency,
  };
  const rows = items.map((item) => itemValues(item, reading));
  const rest = message.rest().filter(([path]) => !path.startsWith('MESSAGE/'));
  return withExpectedArrival({ ...toSent(values, rows, rest), problems: reading.problems }, options);
}

export const CC415: XmlFormat = {
  key: 'cc415',
  root: { name: 'CC415', namespace: 'urn:uccv:xsd:imp:1.0.0_2.00:CC415' },
  isRootNamespace: (namespace) => UCC_ROOT.test(namespace),
  record: null,
  beside: [],
  isCounted: false,
  reportsUnknown: false,
  read,
};
