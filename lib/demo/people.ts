import type { Random } from '@/lib/kernel/prng';
import { pick, whole } from './draw';

/** Countries the demo's recipients live in: those of its customs offices. */
export type HomeCountry = 'NL' | 'DE' | 'BE' | 'FR';

// Common first and family names combined at random; no person is meant.
const FIRST: Record<HomeCountry, readonly string[]> = {
  NL: ['Sanne', 'Daan', 'Femke', 'Bram', 'Lotte', 'Joris', 'Maaike', 'Ruben', 'Noor', 'Sven', 'Anouk', 'Thijs'],
  DE: ['Anna', 'Lukas', 'Katrin', 'Jonas', 'Heike', 'Felix', 'Miriam', 'Torsten', 'Lena', 'Ulrich', 'Petra', 'Emil'],
  BE: [
    'Elise',
    'Wout',
    'Lore',
    'Matthias',
    'Charlotte',
    'Arnaud',
    'Ilse',
    'Pieter',
    'Amandine',
    'Koen',
    'Fien',
    'Gilles',
  ],
  FR: [
    'Camille',
    'Julien',
    'Élodie',
    'Mathieu',
    'Chloé',
    'Antoine',
    'Aurélie',
    'Bastien',
    'Inès',
    'Hugo',
    'Maud',
    'Rémi',
  ],
};
const FAMILY: Record<HomeCountry, readonly string[]> = {
  NL: ['de Vries', 'Bakker', 'Visser', 'Smit', 'Mulder', 'Dijkstra', 'van den Berg', 'Postma', 'Kuipers', 'Hoekstra'],
  DE: ['Müller', 'Schneider', 'Wagner', 'Hoffmann', 'Krüger', 'Lehmann', 'Vogel', 'Brandt', 'Jansen', 'Keller'],
  BE: ['Peeters', 'Maes', 'Claes', 'Dubois', 'Lambert', 'Wouters', 'Goossens', 'Leclercq', 'Hermans', 'Simon'],
  FR: ['Martin', 'Moreau', 'Garnier', 'Roussel', 'Fontaine', 'Chevalier', 'Perrin', 'Marchand', 'Renard', 'Besson'],
};
const STREETS: Record<HomeCountry, readonly string[]> = {
  NL: [
    'Lindenlaan',
    'Kerkstraat',
    'Molenweg',
    'Havenkade',
    'Wilgenpad',
    'Nieuwe Gracht',
    'Stationsplein',
    'Dorpsstraat',
  ],
  DE: [
    'Gartenweg',
    'Bahnhofstraße',
    'Ringstraße',
    'Am Mühlbach',
    'Lindenallee',
    'Schulstraße',
    'Bergstraße',
    'Feldweg',
  ],
  BE: [
    'Rue du Moulin',
    'Kapellestraat',
    'Rue de la Gare',
    'Veldstraat',
    'Rue des Tilleuls',
    'Beukenlaan',
    'Statiestraat',
  ],
  FR: [
    'Rue des Lilas',
    'Avenue du Parc',
    'Rue de la Fontaine',
    'Impasse des Roses',
    'Rue du Marché',
    'Allée des Chênes',
  ],
};
const CITIES: Record<HomeCountry, readonly (readonly [city: string, postcode: string])[]> = {
  NL: [
    ['Rotterdam', '3011'],
    ['Amsterdam', '1017'],
    ['Utrecht', '3512'],
    ['Eindhoven', '5611'],
    ['Groningen', '9711'],
  ],
  DE: [
    ['Frankfurt am Main', '60311'],
    ['Köln', '50667'],
    ['Hamburg', '20095'],
    ['Leipzig', '04109'],
    ['München', '80331'],
  ],
  BE: [
    ['Liège', '4000'],
    ['Gent', '9000'],
    ['Antwerpen', '2000'],
    ['Namur', '5000'],
  ],
  FR: [
    ['Paris', '75011'],
    ['Lyon', '69003'],
    ['Lille', '59800'],
    ['Nantes', '44000'],
    ['Toulouse', '31000'],
  ],
};
const DIAL: Record<HomeCountry, string> = { NL: '+31', DE: '+49', BE: '+32', FR: '+33' };

/** Somebody at an address. Phone and mail are of number ranges and domains kept for examples, or absent. */
export type DemoParty = {
  readonly name: string;
  readonly address: string;
  readonly city: string;
  readonly postcode: string;
  readonly country: string;
  readonly phone: string | null;
  readonly email: string | null;
};

const INVENTED = new Set(Object.values(FIRST).flat());

/** Whether a name is one of those made up here, or the initial of one: names of lists stay as they are. */
export function isInventedName(name: string): boolean {
  const [first = ''] = name.split(' ');
  return INVENTED.has(first) || /^[A-Z]\.$/.test(first);
}

/** A plain-letter form of a name for mail addresses. */
function mailName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.');
}

/** An invented private person living in the country. */
export function inventPerson(random: Random, country: HomeCountry): DemoParty {
  const name = `${pick(random, FIRST[country])} ${pick(random, FAMILY[country])}`;
  const [city, code] = pick(random, CITIES[country]);
  const street = pick(random, STREETS[country]);
  const number = whole(random, 1, 240);
  const letters = 'ABDEGHJKLNPRSTVXZ';
  const suffix = country === 'NL' ? ` ${letters[whole(random, 0, 16)]}${letters[whole(random, 0, 16)]}` : '';
  return {
    name,
    address: country === 'FR' ? `${number} ${street}` : `${street} ${number}`,
    city,
    postcode: `${code}${suffix}`,
    country,
    phone: random() < 0.55 ? `${DIAL[country]}${whole(random, 100_000_000, 699_999_999)}` : null,
    email: random() < 0.6 ? `${mailName(name)}${whole(random, 1, 99)}@example.org` : null,
  };
}
