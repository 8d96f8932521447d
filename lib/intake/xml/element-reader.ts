import type { Problem } from '@/lib/kernel/problem';
import { fault } from '../problem-codes';
import type { XmlElement } from './element';

/** A value as sent, with the line and the element path it was found at. */
export type Found = { readonly value: string; readonly line: number; readonly path: string };

/** What an adapter hands its readers: whose names count, and where faults go. */
export type Reading = {
  /** Whether elements of a namespace belong to the format; all others are kept as unknown. */
  readonly belongs: (namespace: string) => boolean;
  readonly problems: Problem[];
};

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

type Child = { readonly element: XmlElement; readonly step: string };

/** Children with their step of the path; the step carries a number, from 1, where a name stands more than once. */
function steps(element: XmlElement, reading: Reading): readonly Child[] {
  const names = element.children.map((child) =>
    reading.belongs(child.namespace) ? child.name : `{${child.namespace}}${child.name}`,
  );
  const totals = new Map<string, number>();
  for (const name of names) totals.set(name, (totals.get(name) ?? 0) + 1);
  const seen = new Map<string, number>();
  return element.children.map((child, index) => {
    const name = names[index] ?? child.name;
    const place = (seen.get(name) ?? 0) + 1;
    seen.set(name, place);
    return { element: child, step: totals.get(name) === 1 ? name : `${name}[${place}]` };
  });
}

/**
 * Reads one element by the names of its children, and remembers what was read: whatever was not is handed out by `rest`, so
 * that nothing sent is lost. Elements of foreign namespaces are never read by name.
 */
export class ElementReader {
  private readonly readers: readonly ElementReader[];
  private readonly usedAttributes = new Set<string>();
  private isUsed = false;

  constructor(
    private readonly element: XmlElement,
    private readonly reading: Reading,
    readonly path = '',
    private readonly isForeign = false,
  ) {
    this.readers = steps(element, reading).map(
      ({ element: child, step }) =>
        new ElementReader(child, reading, path === '' ? step : `${path}/${step}`, !reading.belongs(child.namespace)),
    );
  }

  get line(): number {
    return this.element.line;
  }

  /** Every child of a name, in order. */
  all(name: string): readonly ElementReader[] {
    return this.readers.filter((reader) => !reader.isForeign && reader.element.name === name);
  }

  /** Every element at the end of a path of names, in order. */
  every(...names: readonly string[]): readonly ElementReader[] {
    let found: readonly ElementReader[] = [this];
    for (const name of names) found = found.flatMap((reader) => reader.all(name));
    return found;
  }

  /** The only element at the end of a path of names. Two of them refuse the record: no one can say which counts. */
  one(...names: readonly string[]): ElementReader | undefined {
    const [first, second] = this.every(...names);
    if (second)
      this.reading.problems.push(
        fault('row_xml_repeated', '', {
          line: second.line,
          value: second.element.text,
          params: { element: second.path },
        }),
      );
    return first;
  }

  /** The text of the only element at the end of a path; absent where it is empty. */
  text(...names: readonly string[]): Found | undefined {
    return this.one(...names)?.own();
  }

  /** The text of this element itself. */
  own(): Found | undefined {
    const { children, text, line } = this.element;
    const [child] = children;
    if (child) {
      this.reading.problems.push(
        fault('row_xml_text_expected', '', { line: child.line, value: child.name, params: { element: this.path } }),
      );
      return undefined;
    }
    this.isUsed = true;
    return text === '' ? undefined : { value: text, line, path: this.path };
  }

  attribute(name: string): Found | undefined {
    const found = this.element.attributes.find((attribute) => attribute.name === name && attribute.namespace === '');
    if (!found) return undefined;
    this.usedAttributes.add(name);
    return found.value === '' ? undefined : { value: found.value, line: this.line, path: `${this.path}@${name}` };
  }

  /** Gives back what was read here and below: it is kept as unknown after all, because it did not fit a column whole. */
  keep(): void {
    this.isUsed = false;
    this.usedAttributes.clear();
    for (const reader of this.readers) reader.keep();
  }

  /** Attributes and texts nobody asked for, by path. Hints for schema processors are markup, not content. */
  rest(): [path: string, value: string][] {
    const { attributes, children, text } = this.element;
    const own: [string, string][] = attributes
      .filter(({ name, namespace }) => namespace !== XSI && !(namespace === '' && this.usedAttributes.has(name)))
      .map(({ name, value }) => [`${this.path}@${name}`, value]);
    if (children.length === 0 && !this.isUsed && text !== '') own.push([this.path, text]);
    return [...own, ...this.readers.flatMap((reader) => reader.rest())];
  }
}
