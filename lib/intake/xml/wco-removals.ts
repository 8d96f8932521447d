import { fault } from '../problem-codes';
import type { XmlElement } from './element';
import { ElementReader, type Reading } from './element-reader';

/**
 * Classes of the WCO Data Model by the code that pointers name them with, as the annotations of the Dutch DECO 2.00 schema give
 * them; nothing is guessed about others.
 */
const CLASSES: ReadonlyMap<string, string> = new Map([
  ['03A', 'AdditionalInformation'],
  ['04A', 'Address'],
  ['05A', 'Agent'],
  ['10C', 'DeclarationOffice'],
  ['21A', 'Classification'],
  ['23A', 'Commodity'],
  ['25A', 'Communication'],
  ['28A', 'Consignment'],
  ['30B', 'TransportContractDocument'],
  ['34A', 'Contact'],
  ['35B', 'UCR'],
  ['41A', 'CustomsValuation'],
  ['55B', 'DomesticDutyTaxParty'],
  ['57A', 'Exporter'],
  ['57B', 'Declarant'],
  ['64A', 'GoodsLocation'],
  ['65A', 'GoodsMeasure'],
  ['67A', 'GoodsShipment'],
  ['68A', 'GovernmentAgencyGoodsItem'],
  ['70A', 'GovernmentProcedure'],
  ['74A', 'Importer'],
  ['79A', 'InvoiceLine'],
  ['93A', 'Packaging'],
  ['99A', 'PreviousDocument'],
]);
const DECLARATION = '42A';
const ITEM = '68A';

/** Elements of those classes by class and tag; 65A.128 as in the amendment messages of HMRC, the rest from the same schema. */
const ELEMENTS: ReadonlyMap<string, string> = new Map([
  ['03A.225', 'StatementDescription'],
  ['03A.226', 'StatementCode'],
  ['04A.239', 'Line'],
  ['04A.241', 'CityName'],
  ['04A.242', 'CountryCode'],
  ['04A.245', 'PostcodeID'],
  ['05A.102', 'FunctionCode'],
  ['05A.R004', 'ID'],
  ['10C.G013', 'ID'],
  ['21A.145', 'ID'],
  ['21A.337', 'IdentificationTypeCode'],
  ['23A.137', 'Description'],
  ['25A.240', 'ID'],
  ['25A.253', 'TypeCode'],
  ['28A.131', 'TotalGrossMassMeasure'],
  ['30B.D023', 'ID'],
  ['30B.D024', 'TypeCode'],
  ['34A.246', 'Name'],
  ['35B.009', 'TraderAssignedReferenceID'],
  ['41A.121', 'ExitToEntryChargeAmount'],
  ['42A.D013', 'TypeCode'],
  ['42A.D014', 'ID'],
  ['42A.D026', 'FunctionalReferenceID'],
  ['55B.R005', 'RoleCode'],
  ['55B.R119', 'ID'],
  ['57A.R031', 'Name'],
  ['57B.R123', 'ID'],
  ['57B.R124', 'Name'],
  ['64A.571', 'IdentificationTypeCode'],
  ['64A.L017', 'ID'],
  ['64A.L110', 'TypeCode'],
  ['65A.126', 'GrossMassMeasure'],
  ['65A.128', 'NetNetWeightMeasure'],
  ['65A.130', 'TariffQuantity'],
  ['68A.006', 'SequenceNumeric'],
  ['74A.R037', 'Name'],
  ['74A.R038', 'ID'],
  ['79A.112', 'ItemChargeAmount'],
  ['93A.144', 'QuantityQuantity'],
  ['99A.D018', 'ID'],
  ['99A.D019', 'TypeCode'],
]);

type Pointer = { readonly section: string; readonly sequence: string | undefined; readonly tag: string | undefined };

/** Where a pointer leads in the message: to something, to nothing where a value should be, or nowhere that is known here. */
type Target = { readonly kind: 'present' | 'unknown' } | { readonly kind: 'absent'; readonly element: string };

function isBlank(reader: ElementReader): boolean {
  return reader.rest().every(([path]) => path.includes('@'));
}

function isItem(reader: ElementReader, index: number, { sequence }: Pointer): boolean {
  return sequence === undefined || (reader.text('SequenceNumeric')?.value ?? String(index + 1)) === sequence;
}

function follow(declaration: ElementReader, pointers: readonly Pointer[]): Target {
  const [first, ...rest] = pointers;
  if (first?.section !== DECLARATION) return { kind: 'unknown' };
  let found: readonly ElementReader[] = [declaration];
  const names: string[] = [];
  for (const pointer of rest) {
    const name = CLASSES.get(pointer.section);
    if (name === undefined) return { kind: 'unknown' };
    names.push(name);
    found = found.flatMap((reader) => reader.all(name));
    if (pointer.section === ITEM) found = found.filter((reader, index) => isItem(reader, index, pointer));
  }
  const last = pointers.at(-1);
  if (last?.tag !== undefined) {
    const name = ELEMENTS.get(`${last.section}.${last.tag}`);
    if (name === undefined) return { kind: 'unknown' };
    names.push(name);
    found = found.flatMap((reader) => reader.all(name));
  }
  return found.some((reader) => !isBlank(reader)) ? { kind: 'present' } : { kind: 'absent', element: names.join('/') };
}

/** Children of the declaration that name it and say what the message does; they hold nothing of the goods. */
const OF_THE_MESSAGE = new Set([
  'AdditionalInformation',
  'Amendment',
  'FunctionCode',
  'FunctionalReferenceID',
  'ID',
  'Submitter',
  'TypeCode',
]);

/** Elements without text, beside those of the message itself. */
function blankLeaves(element: XmlElement, path: string): { readonly line: number; readonly path: string }[] {
  if (element.children.length === 0) return element.text === '' ? [{ line: element.line, path }] : [];
  return element.children
    .filter(({ name }) => path !== '' || !OF_THE_MESSAGE.has(name))
    .flatMap((child) => blankLeaves(child, path === '' ? child.name : `${path}/${child.name}`));
}

/**
 * Names what an amendment asks to remove: a pointer to something the message holds no value for, or an element without text. An
 * amendment that holds values as well would else be carried out in part, and nobody would be told.
 */
export function refuseRemovals(element: XmlElement, reading: Reading): void {
  // A reader of its own: what is looked at here stays unread for the record.
  const declaration = new ElementReader(element, { ...reading, problems: [] });
  for (const amendment of declaration.all('Amendment')) {
    const pointers = amendment.all('Pointer').map((pointer) => ({
      section: pointer.text('DocumentSectionCode')?.value ?? '',
      sequence: pointer.text('SequenceNumeric')?.value,
      tag: pointer.text('TagID')?.value,
    }));
    if (pointers.length === 0) continue;
    const target = follow(declaration, pointers);
    const { line } = amendment;
    const value = pointers.map(({ section, tag }) => (tag === undefined ? section : `${section}.${tag}`)).join('/');
    if (target.kind === 'unknown') reading.problems.push(fault('amend_pointer', '', { line, value }));
    if (target.kind === 'absent')
      reading.problems.push(fault('amend_removal', '', { line, value, params: { element: target.element } }));
  }
  for (const { line, path } of blankLeaves(element, ''))
    reading.problems.push(fault('amend_removal', '', { line, params: { element: path } }));
}
