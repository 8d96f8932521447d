import { withExpectedArrival } from '../derived-arrival';
import type { ReadOptions } from '../staged-row';
import type { XmlElement } from './element';
import { ElementReader, type Reading } from './element-reader';
import { typeOfProcedures } from './procedures';
import { toSent } from './to-sent';
import { wcoConsignment, wcoItem } from './wco-declaration';
import { officeColumn } from './wco-parts';
import type { MappedRecord, XmlFormat } from './xml-format';

const DECO = 'urn:wco:datamodel:WCO:DECO.Declaration:2';

/** Reads a declaration of the Dutch DECO system: always the super-reduced data set (H7) of the Union Customs Code. */
function read(element: XmlElement, options: ReadOptions): MappedRecord {
  const reading: Reading = { belongs: (namespace) => namespace === DECO, problems: [] };
  const declaration = new ElementReader(element, reading);
  const items = declaration.every('GoodsShipment', 'GovernmentAgencyGoodsItem');
  const procedures = items.flatMap((item) => item.every('GovernmentProcedure', 'AdditionalProcedure', 'ProcedureCode'));
  const codes = procedures.map((procedure) => procedure.own());
  for (const procedure of procedures) procedure.keep();
  const rows = items.map((item) => wcoItem(item, undefined, reading));
  const reference = declaration.text('FunctionalReferenceID');
  const values = wcoConsignment(declaration, options, reading);
  const own = {
    ...values,
    reference,
    lrn: reference,
    mrn: declaration.text('ID'),
    regime: 'h7',
    office: officeColumn(declaration.one('DeclarationOffice', 'ID'), options),
    transaction_type: values.transaction_type ?? typeOfProcedures(codes),
  };
  return withExpectedArrival({ ...toSent(own, rows, declaration.rest()), problems: reading.problems }, options);
}

export const WCO_NL: XmlFormat = {
  key: 'wcoNl',
  root: { name: 'MetaData', namespace: DECO },
  record: { name: 'Declaration', namespace: DECO },
  beside: ['WCOTypeCode', 'CommunicationMetaData'],
  isCounted: false,
  reportsUnknown: false,
  read,
};
