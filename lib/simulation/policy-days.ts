import { addDays } from '@/lib/kernel/dates';
import { policyAt } from '@/lib/policy/in-force';
import type { PolicyParameter } from '@/lib/policy/parameter';
import type { Policy } from '@/lib/policy/policy';

/** Compiled stretches kept at a time: the stream goes by days, and only amended consignments reach back or ahead. */
const KEPT = 6;

/** Of a million consignments nobody reads the workings. */
const unprinted = (policy: Policy): Policy => ({ ...policy, lawInForce: { ...policy.lawInForce, isUnprinted: true } });

/**
 * The policy of each day out of dated rows. Between two days on which a row begins or ends all days have the same rows: they are
 * compiled once, by the function that live work uses.
 */
export class PolicyDays {
  readonly #starts: readonly string[];
  readonly #made = new Map<string, Policy>();
  #last: Policy | null = null;

  constructor(private readonly rows: readonly PolicyParameter[]) {
    const starts = rows.flatMap(({ validFrom, validTo }) =>
      validTo === null ? [validFrom] : [validFrom, addDays(validTo, 1)],
    );
    this.#starts = [...new Set(starts)].sort();
  }

  /** @throws PolicyError where the rows of the day cannot be used */
  on(day: string): Policy {
    if (this.#last?.day === day) return this.#last;
    const start = this.#startOf(day);
    const made = this.#made.get(start) ?? unprinted(policyAt(this.rows, day));
    this.#made.delete(start);
    this.#made.set(start, made);
    const [oldest] = this.#made.keys();
    if (this.#made.size > KEPT && oldest !== undefined) this.#made.delete(oldest);
    // The age of a rate of exchange is counted to the day itself.
    this.#last = made.day === day ? made : { ...made, day, lawInForce: { ...made.lawInForce, day } };
    return this.#last;
  }

  /** The day on which the stretch of a day begins, in no more steps than the number of stretches has digits. */
  #startOf(day: string): string {
    let [low, high] = [0, this.#starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? '') <= day) low = middle + 1;
      else high = middle;
    }
    return this.#starts[low - 1] ?? '';
  }
}
