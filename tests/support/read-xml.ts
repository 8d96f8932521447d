import { SaxesParser } from 'saxes';

/** An element as it was written: attributes, and children or text. */
export type ReadElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: ReadElement[];
  text: string;
};

/** Reads a document strictly. @throws an error for anything that is not well-formed */
export function readXml(text: string): ReadElement {
  const top: ReadElement = { name: '', attributes: {}, children: [], text: '' };
  const stack = [top];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const own = Object.entries(attributes).map(([key, { value }]) => [key, value]);
    const element: ReadElement = { name, attributes: Object.fromEntries(own), children: [], text: '' };
    stack.at(-1)?.children.push(element);
    stack.push(element);
  });
  parser.on('text', (piece) => {
    const open = stack.at(-1);
    if (open) open.text += piece;
  });
  parser.on('closetag', () => void stack.pop());
  parser.write(text).close();
  const [root] = top.children;
  if (!root) throw new Error('no root element');
  return root;
}

/** Every element at a path of names below an element. */
export function allAt(element: ReadElement, path: string): ReadElement[] {
  return path
    .split('/')
    .reduce<ReadElement[]>(
      (found, name) => found.flatMap((one) => one.children.filter((child) => child.name === name)),
      [element],
    );
}

/** Texts of every element at a path. */
export function textsAt(element: ReadElement, path: string): string[] {
  return allAt(element, path).map((found) => found.text);
}
