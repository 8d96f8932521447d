import { withExpectedArrival } from '../derived-arrival';
import { fault } from '../problem-codes';
import type { ReadOptions, SentAct } from '../staged-row';
import type { XmlElement } from './element';
import { ElementReader, type Reading } from './element-reader';
import { isH7, typeOfProcedures } from './procedures';
import { toSent } from './to-sent';
import { wcoConsignment, wcoItem } from './wco-declaration';
import { officeColumn } from './wco-parts';
import { refuseRemovals } from './wco-removals';
import type { MappedRecord, XmlFormat } from './xml-format';

const DECLARATION = 'urn:wco:datamodel:WCO:DEC-DMS:2';
/** Where the schema keeps the parts of dates. */
const DATA_SET = 'urn:wco:datamodel:WCO:Declaration_DS:DMS:2';

/** Function codes of UN/EDIFACT 1225 as the UK uses them: original; additional message, whose type code says what it asks. */
const ORIGINAL = '9';
const ADDITIONAL = '13';
const ACTS: ReadonlyMap<string, SentAct['act']> = new Map([
  ['COR', 'amend'],
  ['INV', 'cancel'],
]);

/** What the message does to an earlier declaration; undefined where it is an original. */
function actOf(declaration: ElementReader, reading: Reading): SentAct | undefined {
  const code = declaration.text('FunctionCode');
  if (!code || code.value === ORIGINAL) return undefined;
  const type = declaration.text('TypeCode')?.value ?? '';
  const act = code.value === ADDITIONAL ? ACTS.get(type) : undefined;
  if (!act) {
    reading.problems.push(fault('act_unknown', '', { line: code.line, value: code.value, params: { type } }));
    return undefined;
  }
  const reason = declaration
    .every('AdditionalInformation', 'StatementDescription')
    .flatMap((element) => element.own()?.value ?? [])
    .join(' ');
  return {
    act,
    mrn: declaration.text('ID')?.value,
    reference: declaration.text('FunctionalReferenceID')?.value,
    ...(reason === '' ? {} : { reason }),
  };
}

/** A change of what the record holds as a sum over goods items cannot be applied without the other items. */
function refuseSums(items: readonly ElementReader[], reading: Reading): void {
  const paths = [
    ['Commodity', 'GoodsMeasure', 'GrossMassMeasure'],
    ['CustomsValuation', 'ExitToEntryChargeAmount'],
  ];
  for (const element of items.flatMap((item) => paths.flatMap((path) => item.every(...path))))
    reading.problems.push(
      fault('amend_sum', '', {
        line: element.line,
        value: element.own()?.value ?? '',
        params: { element: element.path },
      }),
    );
}

function readAct(element: XmlElement, declaration: ElementReader, act: SentAct, reading: Reading): MappedRecord {
  if (act.act === 'amend') refuseRemovals(element, reading);
  const items = declaration.every('GoodsShipment', 'GovernmentAgencyGoodsItem');
  const rows = items.map((item) => wcoItem(item, undefined, reading));
  refuseSums(items, reading);
  const values = wcoConsignment(declaration, {}, reading);
  // What stands outside the shipment is about the message, not about the goods.
  const rest = declaration.all('GoodsShipment').flatMap((shipment) => shipment.rest());
  return { ...toSent(values, rows, rest), act, problems: reading.problems };
}

/** Reads a declaration of the WCO Data Model as the United Kingdom uses it (Customs Declaration Service). */
function read(element: XmlElement, options: ReadOptions): MappedRecord {
  const reading: Reading = { belongs: (ns) => ns === DECLARATION || ns === DATA_SET, problems: [] };
  const declaration = new ElementReader(element, reading);
  const act = actOf(declaration, reading);
  if (act) return readAct(element, declaration, act, reading);

  const items = declaration.every('GoodsShipment', 'GovernmentAgencyGoodsItem');
  const invoice = declaration.one('InvoiceAmount');
  const currency = invoice?.attribute('currencyID');
  invoice?.keep();
  const procedures = items.flatMap((item) => item.every('GovernmentProcedure', 'CurrentCode'));
  const codes = procedures.map((procedure) => procedure.own());
  for (const procedure of procedures) procedure.keep();
  const rows = items.map((item) => wcoItem(item, currency, reading));
  const reference = declaration.text('FunctionalReferenceID');
  const office = declaration.one('DeclarationOffice', 'ID') ?? declaration.one('PresentationOffice', 'ID');
  const values = wcoConsignment(declaration, options, reading);
  const own = {
    ...values,
    reference,
    lrn: reference,
    mrn: declaration.text('ID'),
    regime: isH7(codes) ? 'h7' : 'entry',
    office: officeColumn(office, options),
    transaction_type: values.transaction_type ?? typeOfProcedures(codes),
  };
  return withExpectedArrival({ ...toSent(own, rows, declaration.rest()), problems: reading.problems }, options);
}

export const WCO_UK: XmlFormat = {
  key: 'wcoUk',
  root: { name: 'MetaData', namespace: 'urn:wco:datamodel:WCO:DocumentMetaData-DMS:2' },
  record: { name: 'Declaration', namespace: DECLARATION },
  beside: [
    'WCODataModelVersionCode',
    'WCOTypeName',
    'ResponsibleCountryCode',
    'ResponsibleAgencyName',
    'AgencyAssignedCustomizationCode',
    'AgencyAssignedCustomizationVersionCode',
  ],
  isCounted: false,
  reportsUnknown: false,
  read,
};
