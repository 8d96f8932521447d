/** An element of a message, its text, and the column it becomes; columns of goods items are written `items.0.…`. */
export type Mapped = readonly [path: string, text: string, ...columns: readonly string[]];

const party = (at: string, column: 'sender' | 'recipient'): readonly Mapped[] => [
  [`${at}/Name`, `${column} name`, `${column}_name`],
  [`${at}/ID`, `GB-${column}`, `${column}_id`],
  [`${at}/Address/CityName`, `${column} city`, `${column}_city`],
  [`${at}/Address/CountryCode`, 'CN', `${column}_country`],
  [`${at}/Address/Line`, `${column} street`, `${column}_address`],
  [`${at}/Address/PostcodeID`, `${column} code`, `${column}_postcode`],
];
const ITEM = 'GoodsShipment/GovernmentAgencyGoodsItem';
const DOCUMENT = 'GoodsShipment/Consignment/TransportContractDocument';

/** What the United Kingdom and the Netherlands share of the WCO Data Model. */
const WCO: readonly Mapped[] = [
  ['FunctionalReferenceID', 'LRN-1', 'reference', 'lrn'],
  ['ID', '26GB0000000000001X', 'mrn'],
  ['BorderTransportMeans/ArrivalDateTime/DateTimeString', '20260303100000Z'],
  ['BorderTransportMeans/ArrivalDateTime/DateTimeString@formatCode', '304'],
  ['BorderTransportMeans/ModeCode', '4', 'transport_mode'],
  ['TotalGrossMassMeasure', '1.25', 'gross_mass_kg'],
  ['TotalGrossMassMeasure@unitCode', 'KGM'],
  ...party('Exporter', 'sender'),
  [`${DOCUMENT}[1]/ID`, 'HAWB77', 'house_ref'],
  [`${DOCUMENT}[1]/TypeCode`, 'N703'],
  [`${DOCUMENT}[2]/ID`, '074-12345675', 'master_ref'],
  [`${DOCUMENT}[2]/TypeCode`, '741'],
  [`${DOCUMENT}[3]/ID`, 'CX123456785CN', 's10_id'],
  [`${DOCUMENT}[3]/TypeCode`, 'N750'],
  ['GoodsShipment/CustomsValuation/ExitToEntryChargeAmount', '2.10', 'transport_cost'],
  ['GoodsShipment/CustomsValuation/ExitToEntryChargeAmount@currencyID', 'EUR', 'transport_currency'],
  ['GoodsShipment/DomesticDutyTaxParty/ID', 'IM2760000018', 'scheme_id'],
  ['GoodsShipment/DomesticDutyTaxParty/RoleCode', 'FR5'],
  ['GoodsShipment/ExportCountry/ID', 'HK', 'dispatch_country'],
  ...party('GoodsShipment/Importer', 'recipient'),
  ['GoodsShipment/Importer/Communication[1]/ID', '+44 113 496 0000', 'recipient_phone'],
  ['GoodsShipment/Importer/Communication[1]/TypeCode', 'TE'],
  ['GoodsShipment/Importer/Communication[2]/ID', 'a@example.org', 'recipient_email'],
  ['GoodsShipment/Importer/Communication[2]/TypeCode', 'EM'],
  ['GoodsShipment/Seller/Name', 'Corner Shop', 'seller_name'],
  [`${ITEM}/SequenceNumeric`, '1', 'items.0.item_number'],
  [`${ITEM}/Commodity/Description`, 'Cotton shirts', 'items.0.description'],
  [`${ITEM}/Commodity/Classification/ID`, '620520', 'items.0.commodity_code'],
  [`${ITEM}/Commodity/Classification/IdentificationTypeCode`, 'TSP'],
  [`${ITEM}/Commodity/GoodsMeasure/NetNetWeightMeasure`, '1.1', 'items.0.net_mass_kg'],
  [`${ITEM}/Commodity/GoodsMeasure/TariffQuantity`, '4', 'items.0.quantity'],
  [`${ITEM}/Commodity/InvoiceLine/ItemChargeAmount`, '48.00', 'items.0.value'],
  [`${ITEM}/Commodity/InvoiceLine/ItemChargeAmount@currencyID`, 'USD', 'items.0.currency'],
  [`${ITEM}/Origin/CountryCode`, 'BD', 'items.0.origin_country'],
];
export const UK: readonly Mapped[] = [
  ['FunctionCode', '9'],
  ['DeclarationOffice/ID', 'DEFRA', 'office'],
  ...WCO,
  [`${ITEM}/GovernmentProcedure/CurrentCode`, 'F48', 'transaction_type'],
];
export const NL: readonly Mapped[] = [
  ['DeclarationOffice/ID', 'DEFRA', 'office'],
  ...WCO,
  [`${ITEM}/GovernmentProcedure/AdditionalProcedure/ProcedureCode`, 'F48', 'transaction_type'],
];

const ucc = (at: string, column: 'sender' | 'recipient'): readonly Mapped[] => [
  [`${at}/name`, `${column} name`, `${column}_name`],
  [`${at}/identificationNumber`, `RO-${column}`, `${column}_id`],
  [`${at}/Address/streetAndNumber`, `${column} street`, `${column}_address`],
  [`${at}/Address/city`, `${column} city`, `${column}_city`],
  [`${at}/Address/postcode`, `${column} code`, `${column}_postcode`],
  [`${at}/Address/country`, 'RO', `${column}_country`],
];
const GOODS = 'GoodsShipment/GoodsShipmentItem';
const CARRIED = 'GoodsShipment/Consignment/TransportDocument';
export const CC415: readonly Mapped[] = [
  ['ImportOperation/LRN', 'LRN-1', 'reference', 'lrn'],
  ['ImportOperation/MRN', '26RO0000000000001X', 'mrn'],
  ['NationalDeclaration/DeclarationCategory', 'H7'],
  ['CustomsOffice/referenceNumber', 'DEFRA', 'office'],
  ...ucc('Importer', 'recipient'),
  ['GoodsShipment/AdditionalFiscalReference/role', 'FR5'],
  ['GoodsShipment/AdditionalFiscalReference/vatIdentificationNumber', 'IM6420000001', 'scheme_id'],
  ['GoodsShipment/TransportCosts/currency', 'EUR', 'transport_currency'],
  ['GoodsShipment/TransportCosts/amount', '2.50', 'transport_cost'],
  ...ucc('GoodsShipment/Exporter', 'sender'),
  ['GoodsShipment/Consignment/grossMass', '0.200', 'gross_mass_kg'],
  [`${CARRIED}[1]/referenceNumber`, 'HB-9', 'house_ref'],
  [`${CARRIED}[1]/type`, 'N740'],
  [`${CARRIED}[2]/referenceNumber`, '074-12345675', 'master_ref'],
  [`${CARRIED}[2]/type`, 'N741'],
  [`${CARRIED}[3]/referenceNumber`, 'CX123456785CN', 's10_id'],
  [`${CARRIED}[3]/type`, 'N750'],
  [`${GOODS}/declarationGoodsItemNumber`, '1', 'items.0.item_number'],
  [`${GOODS}/Procedure/AdditionalProcedure/additionalProcedure`, 'F48', 'transaction_type'],
  [`${GOODS}/Commodity/descriptionOfGoods`, 'Wooden puzzle', 'items.0.description'],
  [`${GOODS}/Commodity/CommodityCode/harmonizedSystemSubheadingCode`, '950300', 'items.0.commodity_code'],
  [`${GOODS}/Commodity/GoodsMeasure/netMass`, '0.15', 'items.0.net_mass_kg'],
  [`${GOODS}/Commodity/GoodsMeasure/supplementaryUnits`, '2', 'items.0.quantity'],
  [`${GOODS}/Origin/countryOfOrigin`, 'CN', 'items.0.origin_country'],
  [`${GOODS}/IntrinsicValue/intrinsicValueCurrency`, 'EUR', 'items.0.currency'],
  [`${GOODS}/IntrinsicValue/intrinsicValueAmount`, '8.50', 'items.0.value'],
];

export const PIECE = 'content_pieces/content_piece';
export const POSTAL: readonly Mapped[] = [
  ['item_id', 'CX123456785CN', 'reference', 's10_id'],
  ['origin_country', 'CN', 'dispatch_country'],
  ['destination_office', 'DEFRA', 'office'],
  ['expected_arrival_at', '2026-03-09T08:00:00+01:00', 'expected_arrival_at'],
  ['content_category', 'gift', 'transaction_type'],
  ...(['sender', 'addressee'] as const).flatMap((at): readonly Mapped[] => {
    const column = at === 'sender' ? at : 'recipient';
    return [
      [`${at}/name`, `${column} name`, `${column}_name`],
      [`${at}/address_line`, `${column} street`, `${column}_address`],
      [`${at}/city`, `${column} city`, `${column}_city`],
      [`${at}/postcode`, `${column} code`, `${column}_postcode`],
      [`${at}/country`, 'CN', `${column}_country`],
    ];
  }),
  ['addressee/phone', '+49 30 1', 'recipient_phone'],
  ['addressee/email', 'a@example.org', 'recipient_email'],
  ['gross_weight_kg', '0.19', 'gross_mass_kg'],
  ['postage/amount', '3.10', 'transport_cost'],
  ['postage/currency', 'USD', 'transport_currency'],
  [`${PIECE}/sequence`, '1', 'items.0.item_number'],
  [`${PIECE}/description`, 'Silicone phone case', 'items.0.description'],
  [`${PIECE}/units`, '2', 'items.0.quantity'],
  [`${PIECE}/net_weight_kg`, '0.06', 'items.0.net_mass_kg'],
  [`${PIECE}/declared_value`, '6.90', 'items.0.value'],
  [`${PIECE}/currency`, 'USD', 'items.0.currency'],
  [`${PIECE}/hs_code`, '392690', 'items.0.commodity_code'],
  [`${PIECE}/country_of_origin`, 'CN', 'items.0.origin_country'],
  ['sender_customs_reference', 'CN-sender', 'sender_id'],
  ['importer_tax_reference', 'DE-recipient', 'recipient_id'],
];
