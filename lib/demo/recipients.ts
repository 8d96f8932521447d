import type { Random } from '@/lib/kernel/prng';
import { chance, pick, weighted } from './draw';
import { type DemoParty, type HomeCountry, inventPerson } from './people';

const drawCountry = weighted<HomeCountry>([
  ['DE', 36],
  ['FR', 28],
  ['NL', 23],
  ['BE', 13],
]);

/**
 * Buyers: some three in ten have bought before, from a circle of regulars that is there when the window opens.
 * The circle is bounded, so that memory does not grow with the stream.
 */
export function openRecipients(first: Random, consignments: number): (random: Random) => DemoParty {
  const limit = 5_000;
  const regulars = Math.min(limit, Math.ceil(consignments / 12));
  const known = Array.from({ length: regulars }, () => inventPerson(first, drawCountry(first)));
  return (random) => {
    if (chance(random, 0.36)) return pick(random, known);
    const person = inventPerson(random, drawCountry(random));
    if (known.length < limit) known.push(person);
    else known[Math.floor(random() * limit)] = person;
    return person;
  };
}
