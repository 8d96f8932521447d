/** Characters shown around the place of a fault. */
const NEAR_CHARS = 20;

/**
 * The decoded text that is still needed: from the record that is open, else from the last finished token. Positions count
 * UTF-16 units from the start of the document.
 */
export class XmlSource {
  private text = '';
  private start = 0;
  private keptFrom: number | null = null;

  /** Characters held in memory. */
  get held(): number {
    return this.text.length;
  }

  get end(): number {
    return this.start + this.text.length;
  }

  append(piece: string): void {
    this.text += piece;
  }

  /** Position of the last `<` before a position. */
  tagStart(before: number): number {
    return this.start + this.text.lastIndexOf('<', before - this.start - 1);
  }

  /** Position after the tag that starts at a position; its attribute values may hold `>`. */
  tagEnd(start: number): number {
    const length = /^<(?:[^>"']|"[^"]*"|'[^']*')*>/.exec(this.text.slice(start - this.start))?.[0].length;
    return start + (length ?? 0);
  }

  /** Keeps everything from here until `release`. */
  keep(from: number): void {
    this.keptFrom = from;
  }

  /** Characters kept for the record that is open. */
  get kept(): number {
    return this.keptFrom === null ? 0 : this.end - this.keptFrom;
  }

  release(): void {
    this.keptFrom = null;
  }

  slice(from: number, to: number): string {
    return this.text.slice(from - this.start, to - this.start);
  }

  /** Column of a position, 1-based, as far back as the text is held. */
  columnOf(position: number): number {
    return position - this.start - this.text.lastIndexOf('\n', position - this.start - 1);
  }

  /** What stands around a position, for a message. */
  near(position: number): string {
    return this.slice(Math.max(this.start, position - NEAR_CHARS), position + NEAR_CHARS);
  }

  /** Drops what nobody will ask for again. */
  forget(before: number): void {
    const from = Math.min(before, this.keptFrom ?? before);
    // A slice keeps the whole text it was cut from alive: cut rarely, and then for good.
    if (from - this.start < this.text.length / 2) return;
    this.text = this.text.slice(from - this.start);
    this.start = from;
  }
}
