import { CONSIGNMENT_COLUMNS, ITEM_COLUMNS, type SentItem, type SentRecord } from '@/lib/consignment/columns';
import type { Problem } from '@/lib/kernel/problem';
import { MAX_ITEMS } from '../limits';
import { fault } from '../problem-codes';
import type { Places } from '../staged-row';
import type { XmlElement } from './element';
import { ElementReader } from './element-reader';
import type { MappedRecord, XmlFormat } from './xml-format';

const NAMESPACE = 'urn:luxor:advance-data:1';
const CONSIGNMENT = new Set<string>(CONSIGNMENT_COLUMNS);
const ITEM = new Set<string>(ITEM_COLUMNS);
const belongs = (namespace: string) => namespace === NAMESPACE;

/** Collects one record; names of fields are those of the other formats, so that its hash is theirs too. */
class Collected {
  readonly problems: Problem[] = [];
  readonly places: Record<string, Places[string]> = {};
  readonly unknown = new Map<string, string>();

  /** `line` is that of the record: fields on it need no place of their own. */
  constructor(private readonly line: number) {}

  /** Texts of known names, by column; everything else goes to `unknown`. Elements named in `containers` are read elsewhere. */
  fields(element: XmlElement, known: ReadonlySet<string>, prefix: string, container: string | null) {
    const fields: Record<string, string> = {};
    const seen = new Set<string>();
    for (const child of element.children) {
      const isOurs = belongs(child.namespace);
      if (isOurs && child.name === container) continue;
      const pointer = `${prefix}${isOurs ? child.name : `{${child.namespace}}${child.name}`}`;
      if (seen.has(pointer)) this.fault('row_xml_repeated', pointer, child, child.text);
      seen.add(pointer);
      if (!isOurs || !known.has(child.name)) this.keep(child, pointer);
      else if (child.children.length > 0) this.fault('row_xml_text_expected', pointer, child, child.children[0]?.name);
      else {
        this.keepAttributes(child, pointer);
        if (child.text !== '') fields[child.name] = child.text;
        if (child.line !== this.line) this.places[pointer] = [child.line, ''];
      }
    }
    this.keepAttributes(element, prefix.replace(/\.$/, ''));
    return fields;
  }

  fault(code: 'row_xml_repeated' | 'row_xml_text_expected', pointer: string, element: XmlElement, value = ''): void {
    this.problems.push(fault(code, pointer, { line: element.line, value, params: { element: element.name } }));
  }

  private keep(element: XmlElement, pointer: string): void {
    const rest = new ElementReader(element, { belongs, problems: this.problems }).rest();
    for (const [path, value] of rest)
      this.unknown.set(path === '' || path.startsWith('@') ? `${pointer}${path}` : `${pointer}/${path}`, value);
  }

  private keepAttributes(element: XmlElement, pointer: string): void {
    for (const { name, namespace, value } of element.attributes)
      if (!namespace.endsWith('XMLSchema-instance')) this.unknown.set(`${pointer}@${name}`, value);
  }
}

/** Reads a record of our own canonical XML: elements bear the names of the columns, goods items stand in `items/item`. */
function read(element: XmlElement): MappedRecord {
  const collected = new Collected(element.line);
  const consignment = collected.fields(element, CONSIGNMENT, '', 'items');
  const [list, second] = element.children.filter((child) => belongs(child.namespace) && child.name === 'items');
  if (second) collected.fault('row_xml_repeated', 'items', second);
  const entries = list?.children ?? [];
  const items: SentItem[] = [];
  if (entries.length > MAX_ITEMS)
    collected.problems.push(
      fault('items_too_many', 'items', { line: list?.line, params: { found: entries.length, limit: MAX_ITEMS } }),
    );
  for (const [index, entry] of entries.entries()) {
    const isItem = belongs(entry.namespace) && entry.name === 'item';
    if (isItem) items.push(collected.fields(entry, ITEM, `items.${index}.`, null));
    else
      collected.problems.push(
        fault('row_xml_item_expected', `items.${index}`, { line: entry.line, value: entry.name }),
      );
  }
  const { unknown, places, problems } = collected;
  const sent: SentRecord = {
    ...consignment,
    items,
    ...(unknown.size > 0 ? { unknown: Object.fromEntries(unknown) } : {}),
  };
  return { sent, places, problems };
}

export const CANONICAL: XmlFormat = {
  key: 'canonical',
  root: { name: 'submission', namespace: NAMESPACE },
  record: { name: 'consignment', namespace: NAMESPACE },
  beside: [],
  isCounted: true,
  reportsUnknown: true,
  read,
};
