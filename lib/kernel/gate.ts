/** A place in front of a gate. */
export type Place = {
  /** Comes when it is this one's turn. */
  readonly turn: Promise<void>;
  /** Lets the next one in; to be called once, whatever happened. */
  readonly leave: () => void;
};

/** Lets so many in at once, and so many more wait in their order; who comes beyond that is turned away at once. */
export class Gate {
  private inside = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly most: number,
    private readonly waitingMost: number,
  ) {}

  /** A place inside or in the queue; null where both are full. */
  enter(): Place | null {
    if (this.inside < this.most) {
      this.inside += 1;
      return { turn: Promise.resolve(), leave: () => this.next() };
    }
    if (this.waiting.length >= this.waitingMost) return null;
    return { turn: new Promise((resolve) => this.waiting.push(resolve)), leave: () => this.next() };
  }

  /** Who leaves hands the place on. */
  private next(): void {
    const first = this.waiting.shift();
    if (first) first();
    else this.inside -= 1;
  }
}
