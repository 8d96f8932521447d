/** A source of numbers in [0, 1); tests and the demo pass a seeded one. */
export type Random = () => number;

/** A small seeded generator (mulberry32): the same seed gives the same stream everywhere. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A number in [0, 1) drawn from hexadecimal digits, so that a draw can be repeated from the id it belongs to. */
export function drawFromHex(hex: string): number {
  return Number.parseInt(hex.slice(0, 13), 16) / 2 ** 52;
}
