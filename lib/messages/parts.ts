import type { MessageTree } from './pseudo';

/** A catalogue with parts of it added; where both have a text, the added one stands. */
export function withParts(messages: MessageTree, added: MessageTree): MessageTree {
  const together = { ...messages };
  for (const [name, part] of Object.entries(added)) {
    const present = together[name];
    together[name] = typeof present === 'object' && typeof part === 'object' ? withParts(present, part) : part;
  }
  return together;
}

/** Parts of a catalogue, named by their paths (`queue`, `clearance.refusal`), each at its place. @throws Error for a path that leads nowhere */
export function partsOf(messages: MessageTree, paths: readonly string[]): MessageTree {
  const picked: MessageTree = {};
  for (const path of paths) {
    const names = path.split('.');
    let from: string | MessageTree | undefined = messages;
    let into = picked;
    for (const [index, name] of names.entries()) {
      from = typeof from === 'object' ? from[name] : undefined;
      if (from === undefined) throw new Error(`the catalogue has no part ${path}`);
      if (index === names.length - 1) into[name] = from;
      else {
        const next = into[name];
        const folder: MessageTree = typeof next === 'object' ? next : {};
        into[name] = folder;
        into = folder;
      }
    }
  }
  return picked;
}
