import { CHANNELS, LANES } from '@/lib/consignment/codes';
import type { QueueFilter } from './queue-filter';

type Lane = (typeof LANES)[number];
type Channel = (typeof CHANNELS)[number];

/** Lowest scores the queue is narrowed to. */
export const QUEUE_SCORES = [20, 40, 60, 80] as const;

/** So many rows of a lane and channel have one score. */
export type FacetCount = {
  readonly lane: Lane;
  readonly channel: Channel;
  readonly score: number;
  readonly count: number;
};

/** How many each choice of the filter would find, beside what else is chosen. */
export type QueueFacets = {
  readonly lane: Readonly<Record<Lane, number>>;
  readonly channel: Readonly<Record<Channel, number>>;
  /** By lowest score. */
  readonly score: Readonly<Record<string, number>>;
  /** Whether all rows were counted; else there are so many and more. */
  readonly isWhole: boolean;
};

/** Adds counts up for each choice. What is chosen in one field narrows the others, and never its own. */
export function facetsOf(
  counts: readonly FacetCount[],
  { lane, channel, minScore }: Pick<QueueFilter, 'lane' | 'channel' | 'minScore'>,
  isWhole: boolean,
): QueueFacets {
  const isOfLane = (one: FacetCount) => lane.length === 0 || lane.includes(one.lane);
  const isOfChannel = (one: FacetCount) => channel.length === 0 || channel.includes(one.channel);
  const isOfScore = (one: FacetCount) => minScore === null || one.score >= minScore;
  const sumOf = (...conditions: readonly ((one: FacetCount) => boolean)[]) =>
    counts.reduce((sum, one) => (conditions.every((holds) => holds(one)) ? sum + one.count : sum), 0);
  const each = <Code extends string>(codes: readonly Code[], sum: (code: Code) => number) =>
    Object.fromEntries(codes.map((code) => [code, sum(code)])) as Record<Code, number>;
  return {
    lane: each(LANES, (code) => sumOf((one) => one.lane === code, isOfChannel, isOfScore)),
    channel: each(CHANNELS, (code) => sumOf((one) => one.channel === code, isOfLane, isOfScore)),
    score: each(QUEUE_SCORES.map(String), (text) => sumOf((one) => one.score >= Number(text), isOfLane, isOfChannel)),
    isWhole,
  };
}
