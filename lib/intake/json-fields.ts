import { applyEdits, findNodeAtLocation, type JSONPath, modify, type Node, parseTree } from 'jsonc-parser';
import { CONSIGNMENT_COLUMNS, ITEM_COLUMNS } from '@/lib/consignment/columns';
import { isItmattItem } from './itmatt';
import { parseLossless } from './json-record';
import { placeOf, replaced } from './place-problem';
import type { FieldsOfText } from './record-fields';

type Leaf = { readonly path: JSONPath; readonly node: Node | null };

/**
 * The fields of a JSON record: every text, number and word it holds, and the columns of ours it lacks. Null where the text is no
 * object.
 */
export function jsonFields(text: string): FieldsOfText | null {
  const root = rootOf(text);
  if (!root) return null;
  const isOurs = !isItmattItem(parseLossless(text));
  const fields = [...leavesOf(root, []), ...(isOurs ? lacking(root) : [])].map(({ path, node }) => ({
    key: JSON.stringify(path),
    pointer: path.join('.'),
    name: path.join('.'),
    value: node ? textOfNode(node, text) : '',
    places: node ? [{ start: node.offset, end: node.offset + node.length }] : [],
    path,
  }));
  return {
    fields,
    keyOf: (problem) => {
      const named = fields.find(({ pointer }) => pointer === problem.pointer);
      if (named) return named.key;
      // Postal items have names of their own: there the value itself is looked for.
      const place = placeOf({ format: 'json', header: null, text }, problem);
      return fields.find(({ places }) => place && places[0]?.start === place.start)?.key ?? null;
    },
    write: (values) => {
      const changed = fields.filter(({ key, value }) => (values.get(key) ?? value) !== value);
      const present = changed.flatMap(({ key, places }) =>
        places.map((place) => ({ ...place, by: JSON.stringify(values.get(key) ?? '') })),
      );
      const mended = replaced(text, present);
      return changed
        .filter(({ places }) => places.length === 0)
        .reduce((so, { key, path }) => applyEdits(so, modify(so, path, values.get(key), {})), mended);
    },
  };
}

/** The object a text is, read strictly. */
function rootOf(text: string): Node | null {
  try {
    JSON.parse(text);
  } catch {
    return null;
  }
  const root = parseTree(text);
  return root?.type === 'object' ? root : null;
}

function leavesOf(node: Node, path: JSONPath): Leaf[] {
  if (node.type === 'object') {
    return (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
      key && value ? leavesOf(value, [...path, String(key.value)]) : [],
    );
  }
  if (node.type === 'array') return (node.children ?? []).flatMap((one, index) => leavesOf(one, [...path, index]));
  return [{ path, node }];
}

/** Columns of the consignment and of each goods item that the record does not hold; those of a first item where it has no list of them. */
function lacking(root: Node): Leaf[] {
  const items = findNodeAtLocation(root, ['items']);
  const objects = items ? ((items.type === 'array' ? items.children : undefined) ?? []) : [{ type: 'object' }];
  const paths: JSONPath[] = [
    ...CONSIGNMENT_COLUMNS.map((column) => [column]),
    ...objects.flatMap((item, index) =>
      item.type === 'object' ? ITEM_COLUMNS.map((column) => ['items', index, column]) : [],
    ),
  ];
  return paths.filter((path) => !findNodeAtLocation(root, path)).map((path) => ({ path, node: null }));
}

/** A value as text, a number with every digit it was sent with. */
function textOfNode(node: Node, text: string): string {
  if (node.type === 'string') return String(node.value);
  return node.type === 'null' ? '' : text.slice(node.offset, node.offset + node.length);
}
