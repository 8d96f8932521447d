/** An attribute that is no namespace declaration; `namespace` is empty where it has no prefix. */
export type XmlAttribute = { readonly name: string; readonly namespace: string; readonly value: string };

/** One element with its resolved name and the line its tag starts on. */
export type XmlTag = {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly line: number;
};

/** An element of a record as a tree. `text` is its character data as one piece, comments left out, CDATA taken in. */
export type XmlElement = XmlTag & { readonly children: readonly XmlElement[]; readonly text: string };

/** Name with its namespace, as problems show it. */
export function shownName(tag: { readonly name: string; readonly namespace: string }): string {
  return tag.namespace === '' ? tag.name : `${tag.name} (${tag.namespace})`;
}
