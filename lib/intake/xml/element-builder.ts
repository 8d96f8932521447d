import type { Problem } from '@/lib/kernel/problem';
import { REFUSED_NAMES } from '../csv-header';
import { MAX_XML_NODES, MAX_XML_TOKEN_CHARS } from '../limits';
import { fault } from '../problem-codes';
import type { XmlElement, XmlTag } from './element';

type Growing = XmlTag & { readonly children: XmlElement[]; text: string };

type Excess = 'row_xml_too_long' | 'row_xml_nodes' | 'row_xml_text_too_long';

/**
 * Builds the tree of one record from the parser's events, within the limits of one record. Of a record beyond them only the depth is
 * followed on, so that its end is found and it is refused alone.
 */
export class ElementBuilder {
  /** Faults that refuse this record and no other. */
  readonly problems: Problem[] = [];
  private readonly path: Growing[] = [];
  private nodes = 0;
  private depth = 0;
  private isOver = false;

  /** Whether the record is beyond a limit: nothing of it is held any more. */
  get isTooLarge(): boolean {
    return this.isOver;
  }

  open(tag: XmlTag): void {
    this.depth += 1;
    this.nodes += 1 + tag.attributes.length;
    if (this.nodes > MAX_XML_NODES) this.giveUp('row_xml_nodes', tag.line, MAX_XML_NODES);
    if (this.isOver) return;
    if (REFUSED_NAMES.has(tag.name))
      this.problems.push(fault('row_xml_name_refused', '', { line: tag.line, value: tag.name }));
    const { name, namespace, attributes, line } = tag;
    this.path.push({ name, namespace, attributes, line, children: [], text: '' });
  }

  text(text: string): void {
    const top = this.path.at(-1);
    if (!top) return;
    if (top.text.length + text.length > MAX_XML_TOKEN_CHARS)
      this.giveUp('row_xml_text_too_long', top.line, MAX_XML_TOKEN_CHARS);
    else top.text += text;
  }

  /** Closes the innermost element; gives the whole record when that was its last, `too_large` where it is beyond a limit. */
  close(): XmlElement | 'too_large' | null {
    this.depth -= 1;
    if (this.isOver) return this.depth === 0 ? 'too_large' : null;
    const closed = this.path.pop();
    if (!closed) return null;
    if (closed.children.length > 0) {
      if (/[^ \t\r\n]/.test(closed.text))
        this.problems.push(
          fault('row_xml_mixed', '', {
            line: closed.line,
            value: closed.text.trim(),
            params: { element: closed.name },
          }),
        );
      closed.text = '';
    }
    const parent = this.path.at(-1);
    if (!parent) return closed;
    parent.children.push(closed);
    return null;
  }

  /** The record is beyond a limit at a line: what is held of it is dropped. */
  giveUp(code: Excess, line: number, limit: number): void {
    if (this.isOver) return;
    this.isOver = true;
    this.path.length = 0;
    this.problems.splice(0, this.problems.length, fault(code, '', { line, params: { limit } }));
  }
}
