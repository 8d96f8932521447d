import type { XmlAttribute, XmlTag } from './element';

const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';

const NO_ATTRIBUTES: readonly XmlAttribute[] = [];

type Scope = ReadonlyMap<string, string>;
type Sent = readonly { readonly name: string; readonly value: string }[];

/** A name that Namespaces in XML 1.0 does not allow: an unknown prefix, a second colon, a reserved binding. */
export class NamespaceFault extends Error {
  override readonly name = 'NamespaceFault';
  constructor(readonly found: string) {
    super(`namespace fault at ${found}`);
  }
}
/** An attribute that stands twice on one element, by its resolved name. */
export class RepeatedAttributeFault extends Error {
  override readonly name = 'RepeatedAttributeFault';
  constructor(readonly found: string) {
    super(`attribute ${found} stands twice`);
  }
}

function split(name: string): readonly [prefix: string, local: string] {
  const colon = name.indexOf(':');
  if (colon < 0) return ['', name];
  const local = name.slice(colon + 1);
  if (colon === 0 || local === '' || local.includes(':') || !/^[\p{L}_]/u.test(local)) throw new NamespaceFault(name);
  return [name.slice(0, colon), local];
}

function declare(scope: Map<string, string>, prefix: string, value: string): void {
  const isReserved = prefix === 'xmlns' || value === XMLNS || (prefix === 'xml') !== (value === XML);
  if (isReserved || (prefix !== '' && value === '')) throw new NamespaceFault(`xmlns:${prefix}`);
  scope.set(prefix, value);
}

/**
 * Resolves prefixes by the declarations in scope (Namespaces in XML 1.0). Only elements that declare something add a scope,
 * and the depth of elements is limited before this is asked, so a look-up costs at most that many steps.
 */
export class Namespaces {
  private readonly scopes: (Scope | null)[] = [];

  /** Opens an element: its resolved name and its attributes without the declarations. @throws NamespaceFault, RepeatedAttributeFault */
  open(name: string, sent: Sent, line: number): XmlTag {
    this.scopes.push(declarations(sent));
    const [prefix, local] = split(name);
    const attributes = sent.length === 0 ? NO_ATTRIBUTES : this.attributes(sent);
    return { name: local, namespace: this.resolve(prefix, name), attributes, line };
  }

  close(): void {
    this.scopes.pop();
  }

  private attributes(sent: Sent): readonly XmlAttribute[] {
    const seen = new Set<string>();
    const attributes: XmlAttribute[] = [];
    for (const { name, value } of sent) {
      const [prefix, local] = split(name);
      const namespace = prefix === '' ? '' : prefix === 'xmlns' ? XMLNS : this.resolve(prefix, name);
      const key = `${namespace} ${local}`;
      if (seen.has(key)) throw new RepeatedAttributeFault(name);
      seen.add(key);
      if (name !== 'xmlns' && prefix !== 'xmlns') attributes.push({ name: local, namespace, value });
    }
    return attributes;
  }

  private resolve(prefix: string, name: string): string {
    if (prefix === 'xml') return XML;
    for (let at = this.scopes.length - 1; at >= 0; at -= 1) {
      const found = this.scopes[at]?.get(prefix);
      if (found !== undefined) return found;
    }
    if (prefix !== '') throw new NamespaceFault(name);
    return '';
  }
}

function declarations(sent: Sent): Scope | null {
  let scope: Map<string, string> | null = null;
  for (const { name, value } of sent) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    scope ??= new Map();
    declare(scope, name.slice(6), value.trim());
  }
  return scope;
}
