import type { Random } from '@/lib/kernel/prng';
import { toMinor } from '../currencies';
import { between, chance, pick, shareOut, whole } from '../draw';
import { drawLine } from '../parcels';
import type { DemoPartnerKey } from '../partners';
import { type DemoParty, inventPerson } from '../people';
import type { KnownParcel, Planting, Scene } from '../scene';
import { archetypeOf, inventSeller, type Seller } from '../sellers';

const SPLITTERS = [
  { country: 'DE', goods: ['trainers', 'jeans'], partners: ['northwing-express', 'meridian-parcel'] },
  { country: 'NL', goods: ['keyboard', 'loudspeaker'], partners: ['harbour-lane', 'northwing-express'] },
  { country: 'FR', goods: ['skin care', 'massager'], partners: ['mosaic-bazaar', 'meridian-parcel'] },
] as const;

/** The same person or one of the household, so that only the address ties them together. */
function nameAtAddress(random: Random, recipient: DemoParty): DemoParty {
  if (chance(random, 0.7)) return recipient;
  const [, ...family] = recipient.name.split(' ');
  return { ...recipient, name: `${pick(random, ['A.', 'M.', 'J.'])} ${family.join(' ')}` };
}

/** One part of an order that was divided: worth just under 150 euro, to an address that got its like the day before. */
function part(scene: Scene, sender: Seller, recipient: DemoParty, key: string): KnownParcel {
  const { random } = scene;
  const line = drawLine(random, archetypeOf(key), 'EUR', 'CN');
  const quantity = Math.max(2, Math.round(142 / line.archetype.medianEur));
  const unitMinor = Math.floor(toMinor(between(random, 137, 149.6), 'EUR') / quantity);
  return {
    parcel: {
      sender: sender.party,
      recipient: nameAtAddress(random, recipient),
      dispatchCountry: sender.party.country,
      transactionType: 'sale',
      marketplace: sender.marketplace,
      sellerName: sender.party.name,
      schemeId: sender.schemeId,
      currency: 'EUR',
      lines: [{ ...line, quantity, unitMinor }],
    },
    truth: { outcome: 'split' },
  };
}

/** Three buyers who have their stock sent in parts: episodes of some ten consignments within four days. */
export function plantSplitters(random: Random, count: number, days: number): Planting[] {
  const shares = shareOut(count, [3, 2.5, 2]);
  return SPLITTERS.flatMap((splitter, index) => {
    const recipient = inventPerson(random, splitter.country);
    const senders = splitter.partners.map((partner: DemoPartnerKey) => ({
      partner,
      seller: inventSeller(random, partner, 0, 'CN'),
    }));
    const plantings: Planting[] = [];
    let left = shares[index] ?? 0;
    while (left > 0) {
      const start = whole(random, 0, Math.max(0, days - 4));
      for (let size = Math.min(left, whole(random, 8, 12)); size > 0; size -= 1, left -= 1) {
        const { partner, seller } = pick(random, senders);
        const key = pick(random, splitter.goods);
        const dayIndex = Math.min(days - 1, start + whole(random, 0, 3));
        plantings.push({ dayIndex, partner, build: (scene) => part(scene, seller, recipient, key) });
      }
    }
    return plantings;
  });
}
