/** An element to write: text or children, never both. Children that are null are left out. */
export type XmlElement = {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly content: string | readonly (XmlElement | null)[];
};

/** An element of text; null when there is none, so that it is left out. */
export function textOf(
  name: string,
  text: string | number | null | undefined,
  attributes?: Readonly<Record<string, string>>,
): XmlElement | null {
  if (text === null || text === undefined || text === '') return null;
  return attributes ? { name, attributes, content: String(text) } : { name, content: String(text) };
}

/** An element of children; null when none of them is there. */
export function group(name: string, ...children: readonly (XmlElement | null)[]): XmlElement | null {
  return children.some((child) => child !== null) ? { name, content: children } : null;
}

/** A whole document in UTF-8. Text is escaped; what XML 1.0 cannot carry becomes U+FFFD. */
export function documentOf(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines(root, '').join('\n')}\n`;
}

function lines(element: XmlElement, indent: string): string[] {
  const attributes = Object.entries(element.attributes ?? {})
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
  const open = `${indent}<${element.name}${attributes}>`;
  if (typeof element.content === 'string') return [`${open}${escaped(element.content)}</${element.name}>`];
  const children = element.content.flatMap((child) => (child ? lines(child, `${indent}  `) : []));
  return [open, ...children, `${indent}</${element.name}>`];
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** What XML 1.0 cannot carry or advises against: controls, lone surrogates, U+FFFE and U+FFFF. Tab and line ends are escaped before. */
const IMPOSSIBLE = /\p{Cc}|\p{Surrogate}|[\ufffe\uffff]/gu;

function escaped(text: string): string {
  return text.replace(/[&<>"'\t\n\r]/g, (found) => ESCAPES[found] ?? found).replace(IMPOSSIBLE, '\ufffd');
}
