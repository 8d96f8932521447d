import type { Problem } from '@/lib/kernel/problem';
import { REFUSED_NAMES } from '../csv-header';
import { MAX_XML_NODES, MAX_XML_TOKEN_CHARS } from '../limits';
import { fault, type ProblemCode } from '../problem-codes';
import { SubmissionRefusedError } from '../staged-row';
import type { XmlElement, XmlTag } from './element';

type Growing = XmlTag & { readonly children: XmlElement[]; text: string };

/** Builds the tree of one record from the parser's events, within the limits of one record. */
export class ElementBuilder {
  /** Faults that refuse this record and no other. */
  readonly problems: Problem[] = [];
  private readonly path: Growing[] = [];
  private nodes = 0;

  open(tag: XmlTag): void {
    this.nodes += 1 + tag.attributes.length;
    if (this.nodes > MAX_XML_NODES) this.refuse('file_xml_nodes', tag.line, MAX_XML_NODES);
    if (REFUSED_NAMES.has(tag.name))
      this.problems.push(fault('row_xml_name_refused', '', { line: tag.line, value: tag.name }));
    const { name, namespace, attributes, line } = tag;
    this.path.push({ name, namespace, attributes, line, children: [], text: '' });
  }

  text(text: string): void {
    const top = this.path.at(-1);
    if (!top) return;
    if (top.text.length + text.length > MAX_XML_TOKEN_CHARS)
      this.refuse('file_xml_token_too_long', top.line, MAX_XML_TOKEN_CHARS);
    top.text += text;
  }

  /** Closes the innermost element; gives the whole record when that was its last. */
  close(): XmlElement | null {
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

  private refuse(code: ProblemCode, line: number, limit: number): never {
    throw new SubmissionRefusedError([fault(code, '', { line, params: { limit } })]);
  }
}
