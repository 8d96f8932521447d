type Output = { readonly isTTY?: boolean; write(text: string): unknown };

const WIDTH = 30;
/** Without a terminal a line is written at each of these parts of the way: enough for a log, not a flood. */
const STEPS = 4;

/** Says how far a piece of work is: a bar that moves on a terminal, a line at each quarter elsewhere. */
export class Progress {
  private quarter = -1;
  private lastText = '';

  constructor(
    private readonly word: string,
    private readonly output: Output = process.stdout,
  ) {}

  show(done: number, all: number): void {
    const part = all > 0 ? Math.min(done / all, 1) : 0;
    const text = `${done.toLocaleString('en')} of ${all.toLocaleString('en')} ${this.word} (${Math.floor(part * 100)} %)`;
    if (this.output.isTTY) {
      const bar = '#'.repeat(Math.round(part * WIDTH)).padEnd(WIDTH, '.');
      // The rest of a longer line before it is overwritten.
      this.output.write(`\r${bar} ${text.padEnd(this.lastText.length)}`);
    } else if (all > 0 && Math.floor(part * STEPS) > this.quarter) {
      this.quarter = Math.floor(part * STEPS);
      this.output.write(`${text}\n`);
    }
    this.lastText = text;
  }

  /** Leaves the bar as it stands and begins a new line. */
  end(): void {
    if (this.output.isTTY && this.lastText !== '') this.output.write('\n');
  }
}
