import type { Random } from '@/lib/kernel/prng';
import { DEMO_DENIED_PARTIES, type DemoDeniedParty } from '../denied-parties';
import { chance, pick, whole } from '../draw';
import { lineOf, saleOf } from '../parcels';
import type { KnownParcel, Planting, Scene } from '../scene';

/** How a listed name turns up in a declaration: as it is, in capitals, turned round, or with a slip of the pen. */
function disguise(random: Random, name: string): string {
  const words = name.split(' ');
  const longest = words.reduce((long, word) => (word.length > long.length ? word : long), '');
  const slip = whole(random, 2, longest.length - 3);
  const typo = `${longest.slice(0, slip)}${longest.charAt(slip + 1)}${longest.charAt(slip)}${longest.slice(slip + 2)}`;
  return pick(random, [
    name,
    name.toUpperCase(),
    `${words.slice(1).join(' ')} ${words[0]}`,
    name.replace(longest, typo),
    name.replace(longest, `${longest.slice(0, slip)}${longest.slice(slip + 1)}`),
  ]);
}

/** A name that shares a word with the listed one and means somebody else. */
function namesake(random: Random, listed: DemoDeniedParty): string {
  const words = listed.name.split(' ');
  return listed.kind === 'person'
    ? `${words[0]} ${pick(random, ['Lindqvist', 'Okafor', 'Brunner'])}`
    : `${words[0]} ${words[1]} ${pick(random, ['Garden Tools', 'Knitwear', 'Bakery Supplies'])}`;
}

function listedParcel(scene: Scene, listed: DemoDeniedParty): KnownParcel {
  const { random } = scene;
  const seller = scene.pickSeller();
  const parcel = saleOf(scene, seller, [lineOf(random, seller)]);
  const same = chance(random, 0.6);
  const name = same ? disguise(random, listed.name) : namesake(random, listed);
  const asRecipient = listed.kind === 'person' && chance(random, 0.6);
  return {
    parcel: asRecipient
      ? { ...parcel, recipient: { ...parcel.recipient, name, phone: null, email: null } }
      : { ...parcel, sender: { ...parcel.sender, name }, sellerName: null, marketplace: null, schemeId: null },
    truth: { outcome: same ? 'prohibited' : 'conform' },
  };
}

/** Consignments from or to names on the list, and some namesakes that are not meant by it. */
export function plantListedNames(random: Random, count: number, days: number): Planting[] {
  return Array.from({ length: count }, (_, index) => {
    const listed = DEMO_DENIED_PARTIES[index % DEMO_DENIED_PARTIES.length] ?? DEMO_DENIED_PARTIES[0];
    return {
      dayIndex: whole(random, 0, days - 1),
      partner: pick(random, ['northwing-express', 'lowland-post', 'meridian-parcel'] as const),
      build: (scene: Scene) => listedParcel(scene, listed),
    };
  });
}
