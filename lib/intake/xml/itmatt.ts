import { sentFromItmatt } from '../itmatt';
import { fault } from '../problem-codes';
import type { ReadOptions } from '../staged-row';
import type { XmlElement } from './element';
import { ElementReader, type Reading } from './element-reader';
import type { MappedRecord, XmlFormat } from './xml-format';

const NAMESPACE = 'urn:luxor:postal-items:1';
const belongs = (namespace: string) => namespace === NAMESPACE;

/** Names under which the postal item holds elements; any other nested element is kept as unknown. */
const OBJECTS = new Set(['sender', 'addressee', 'postage']);
const LIST = 'content_pieces';
const PIECE = 'content_piece';

type Fields = Record<string, unknown>;

/** The element as the object that JSON would have sent: texts by name, nested elements flattened to `outer/inner`. */
function fieldsOf(element: XmlElement, nested: (child: XmlElement) => unknown, reading: Reading): Fields {
  const pairs = new Map<string, unknown>();
  for (const child of element.children) {
    const isOurs = belongs(child.namespace);
    const name = isOurs ? child.name : `{${child.namespace}}${child.name}`;
    const inner = isOurs ? nested(child) : undefined;
    const rest = new ElementReader(child, reading, name).rest();
    const entries = inner === undefined ? rest : [[name, inner] as const];
    const isTwice = pairs.has(name) || entries.some(([key]) => pairs.has(key));
    if (isTwice)
      reading.problems.push(fault('row_xml_repeated', name, { line: child.line, params: { element: name } }));
    for (const [key, value] of entries) pairs.set(key, value);
  }
  for (const { name, namespace, value } of element.attributes)
    if (!namespace.endsWith('XMLSchema-instance')) pairs.set(`@${name}`, value);
  return Object.fromEntries(pairs);
}

/** Reads a postal item whose elements bear the names of the JSON form; the same mapping makes the record of it. */
function read(element: XmlElement, options: ReadOptions): MappedRecord {
  const reading: Reading = { belongs, problems: [] };
  const flat = (child: XmlElement): Fields => fieldsOf(child, () => undefined, reading);
  const pieces = (list: XmlElement): Fields[] =>
    list.children.map((child) => {
      if (!belongs(child.namespace) || child.name !== PIECE)
        reading.problems.push(fault('row_xml_item_expected', LIST, { line: child.line, value: child.name }));
      return flat(child);
    });
  const item = fieldsOf(
    element,
    (child) => (OBJECTS.has(child.name) ? flat(child) : child.name === LIST ? pieces(child) : undefined),
    reading,
  );
  const { sent, problems } = sentFromItmatt(item, element.line, options);
  return { sent, places: {}, problems: [...reading.problems, ...problems] };
}

export const ITMATT: XmlFormat = {
  key: 'postalItems',
  root: { name: 'postal_items', namespace: NAMESPACE },
  record: { name: 'postal_item', namespace: NAMESPACE },
  beside: [],
  isCounted: true,
  reportsUnknown: false,
  read,
};
