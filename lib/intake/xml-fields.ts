import { type Place, placeOf, replaced } from './place-problem';
import type { FieldsOfText } from './record-fields';

const NAME = '[A-Za-z_][\\w.:-]*';
const TAG = new RegExp(`<(/?)(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"]*"|'[^']*'))*)\\s*(/?)>`, 'g');
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*(["'])(.*?)\\2`, 'gs');

type Open = { readonly path: string; readonly end: number; readonly counts: Map<string, number>; isLeaf: boolean };
type Value = { readonly path: string; readonly place: Place };

/**
 * The fields of an XML record: the text of every element that holds nothing else, and every attribute but declarations of namespaces,
 * by path. Null where the text holds what this simple look cannot tell apart (comments, CDATA) or its tags do not pair.
 */
export function xmlFields(text: string): FieldsOfText | null {
  const values = /<!|<\?/.test(text) ? null : valuesOf(text);
  if (!values) return null;
  const fields = values.map(({ path, place }) => ({
    key: `${place.start} ${path}`,
    pointer: path,
    name: path,
    value: decoded(text.slice(place.start, place.end)),
    places: [place],
  }));
  const lineOf = (place: Place | undefined) => text.slice(0, place?.start).split('\n').length;
  return {
    fields,
    keyOf: (problem) => {
      const { pointer, line, params } = problem;
      const own = pointer.split('.').at(-1) ?? '';
      const named =
        fields.find(({ name }) => name === String(params?.element).replaceAll('[1]', '')) ??
        fields.find(({ name, places }) => name.split('/').at(-1) === own && lineOf(places[0]) === line);
      if (named) return named.key;
      const place = placeOf({ format: 'xml', header: null, text }, problem);
      return (
        fields.find(({ places: [at] }) => at && place && at.start <= place.start && place.end <= at.end)?.key ?? null
      );
    },
    write: (wanted) =>
      replaced(
        text,
        fields.flatMap(({ key, value, places }) => {
          const by = wanted.get(key) ?? value;
          return by === value ? [] : places.map((place) => ({ ...place, by: encoded(by) }));
        }),
      ),
  };
}

/** Texts and attributes with their paths below the element of the record, a step numbered where its name stood before. */
function valuesOf(text: string): Value[] | null {
  const values: Value[] = [];
  const stack: Open[] = [];
  for (const tag of text.matchAll(TAG)) {
    const [whole, closes, name = '', attributes = '', isEmpty] = tag;
    const parent = stack.at(-1);
    if (closes) {
      const open = stack.pop();
      if (!open) return null;
      if (open.isLeaf && stack.length > 0) values.push({ path: open.path, place: { start: open.end, end: tag.index } });
      continue;
    }
    const local = name.slice(name.indexOf(':') + 1);
    const count = (parent?.counts.get(local) ?? 0) + 1;
    parent?.counts.set(local, count);
    if (parent) parent.isLeaf = false;
    const step = count > 1 ? `${local}[${count}]` : local;
    const path = stack.length === 0 ? '' : parent?.path ? `${parent.path}/${step}` : step;
    const from = tag.index + 1 + name.length;
    for (const { 1: attribute = '', 3: value = '', 0: all, index } of attributes.matchAll(ATTRIBUTE)) {
      const start = from + index + all.length - 1 - value.length;
      if (!/^xmlns(:|$)/.test(attribute))
        values.push({ path: `${path}@${attribute}`, place: { start, end: start + value.length } });
    }
    if (!isEmpty) stack.push({ path, end: tag.index + whole.length, counts: new Map(), isLeaf: true });
  }
  return stack.length === 0 ? values : null;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function encoded(value: string): string {
  const names: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };
  return value.replace(/[&<>"']/g, (mark) => `&${names[mark]};`);
}
