import { REFUSED_NAMES } from './csv-header';
import { MAX_JSON_DEPTH } from './limits';

export type JsonFlaw = {
  readonly kind: 'depth' | 'duplicate_key' | 'key_refused';
  readonly at: number;
  readonly key: string;
};
/** Where one element of the list of records stands in the text, and the first flaw inside it. */
export type JsonElement = { readonly start: number; readonly end: number; readonly flaw: JsonFlaw | null };
export type JsonScan = {
  /** Elements of the list: the root array, or the array under `listKey` of a root object. Null when there is no such list. */
  readonly elements: readonly JsonElement[] | null;
  /** A flaw outside every element, or of depth: the scan stops there. */
  readonly flaw: JsonFlaw | null;
  readonly rootKeys: readonly string[];
};

type Container = { readonly keys: Set<string> | null; key: string; expectsKey: boolean };

function stringEnd(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text[at - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return at;
  }
  return text.length;
}

function keyText(literal: string): string {
  if (!literal.includes('\\')) return literal.slice(1, -1);
  try {
    return String(JSON.parse(literal));
  } catch {
    return literal.slice(1, -1);
  }
}

/**
 * One pass over raw JSON text before anything is built: nesting depth, keys given twice, keys that are refused, and the place
 * of each element of the list of records. Does not judge syntax; malformed text only gives a meaningless result.
 */
export function scanJson(text: string, listKey: string | null): JsonScan {
  const stack: Container[] = [];
  const elements: JsonElement[] = [];
  const rootKeys: string[] = [];
  let listDepth = 0;
  let elementStart = -1;
  let elementFlaw: JsonFlaw | null = null;
  let outerFlaw: JsonFlaw | null = null;
  const note = (flaw: JsonFlaw): void => {
    if (elementStart >= 0) elementFlaw ??= flaw;
    else outerFlaw ??= flaw;
  };
  const endElement = (at: number): void => {
    if (elementStart >= 0) elements.push({ start: elementStart, end: at, flaw: elementFlaw });
    elementStart = -1;
    elementFlaw = null;
  };
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0x3a) continue;
    const inList = listDepth > 0 && stack.length === listDepth;
    if (inList && elementStart < 0 && code !== 0x5d && code !== 0x2c) elementStart = at;
    const top = stack[stack.length - 1];
    if (code === 0x22) {
      const end = stringEnd(text, at);
      if (top?.keys && top.expectsKey) {
        const key = keyText(text.slice(at, end + 1));
        if (top.keys.has(key)) note({ kind: 'duplicate_key', at, key });
        if (REFUSED_NAMES.has(key)) note({ kind: 'key_refused', at, key });
        top.keys.add(key);
        top.key = key;
        top.expectsKey = false;
        if (stack.length === 1) rootKeys.push(key);
      }
      at = end;
    } else if (code === 0x7b || code === 0x5b) {
      const isRootList = stack.length === 0 && code === 0x5b;
      const isNamedList = stack.length === 1 && code === 0x5b && listKey !== null && top?.keys && top.key === listKey;
      stack.push({ keys: code === 0x7b ? new Set() : null, key: '', expectsKey: code === 0x7b });
      if (stack.length > MAX_JSON_DEPTH) return { elements: null, flaw: { kind: 'depth', at, key: '' }, rootKeys };
      if (listDepth === 0 && (isRootList || isNamedList)) listDepth = stack.length;
    } else if (code === 0x7d || code === 0x5d) {
      if (inList) {
        endElement(at);
        listDepth = -1;
      }
      stack.pop();
    } else if (code === 0x2c) {
      if (inList) endElement(at);
      if (top) top.expectsKey = top.keys !== null;
    }
  }
  return { elements: listDepth === 0 ? null : elements, flaw: outerFlaw, rootKeys };
}

/** Physical line (1-based) of each of the ascending positions. */
export function linesAt(text: string, positions: readonly number[]): number[] {
  let line = 1;
  let newLine = text.indexOf('\n');
  return positions.map((position) => {
    while (newLine >= 0 && newLine < position) {
      line += 1;
      newLine = text.indexOf('\n', newLine + 1);
    }
    return line;
  });
}
