import { xmlText } from './a-submission';

/** One text of a message: the path of its element, by `/`, with the attribute after `@` (of the root alone: `@name`); a step may bear its number among its like. */
export type Placed = readonly [path: string, text: string];

type Node = { readonly children: Map<string, Node>; readonly attributes: Map<string, string>; text: string };
const node = (): Node => ({ children: new Map(), attributes: new Map(), text: '' });

function place(root: Node, [path, text]: Placed): void {
  const [steps = '', attribute] = path.split('@');
  let at = root;
  for (const step of steps.split('/').filter((name) => name !== '')) {
    const child = at.children.get(step) ?? node();
    at.children.set(step, child);
    at = child;
  }
  if (attribute === undefined) at.text = text;
  else at.attributes.set(attribute, text);
}

function written({ children, attributes, text }: Node, name: string): string {
  const given = [...attributes].map(([key, value]) => ` ${key}="${xmlText(value)}"`).join('');
  const inner = [...children].map(([step, child]) => written(child, step.replace(/\[\d+\]$/, ''))).join('\n');
  return `<${name}${given}>${xmlText(text)}${inner}</${name}>`;
}

/** An element that holds each text at its path, in the order given. */
export function messageOf(name: string, placed: readonly Placed[]): string {
  const root = node();
  for (const one of placed) place(root, one);
  return written(root, name);
}
