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

/** Characters outside the production Char of XML 1.0: controls, lone surrogates, U+FFFE and U+FFFF. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
// oxlint-disable-next-line no-control-regex -- the same
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

function escaped(text: string): string {
  return text.replace(IMPOSSIBLE, '\ufffd').replace(/[&<>"'\t\n\r]/g, (found) => ESCAPES[found] ?? found);
}
