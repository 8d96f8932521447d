import { describe, expect, it } from 'vitest';
import { DENIED_THRESHOLD, similarity } from './match';
import { screenName } from './normalise';

function likeness(a: string, b: string): number {
  return similarity(screenName(a), screenName(b));
}

/** Invented names, shaped after the hard cases of open screening engines. */
const SAME: readonly (readonly [why: string, a: string, b: string])[] = [
  ['the same name', 'Ilmarec Vostrikhanov', 'Ilmarec Vostrikhanov'],
  ['other case', 'ILMAREC VOSTRIKHANOV', 'ilmarec vostrikhanov'],
  ['turned round with a comma', 'Vostrikhanov, Ilmarec', 'Ilmarec Vostrikhanov'],
  ['a form of address', 'Dr. Ilmarec Vostrikhanov', 'Ilmarec Vostrikhanov'],
  ['letters swapped', 'Ilmarec Vostirkhanov', 'Ilmarec Vostrikhanov'],
  ['a letter lost', 'Ilmarec Vostrikhnov', 'Ilmarec Vostrikhanov'],
  ['a letter doubled', 'Ilmarecc Vostrikhanov', 'Ilmarec Vostrikhanov'],
  ['accents', 'Márìsol Entrecasteaux-Oduya', 'Marisol Entrecasteaux Oduya'],
  ['Cyrillic', 'Владимир Костриков', 'Vladimir Kostrikov'],
  ['Greek', 'Γεώργιος Παπαδόπουλος', 'Georgios Papadopoylos'],
  ['Chinese written together and apart', '沈振实', 'Shen Zhenshi'],
  ['full-width letters', 'Ｂａｌｔａｓａｒ Ｑｕｅｎｎｅｒｙ', 'Baltasar Quennery'],
  ['spellings of one Arabic name', 'Mohammed al-Rashidi', 'Muhamad Al Rashidy'],
  ['a middle name on one side', 'Baltasar Emilio Quennery', 'Baltasar Quennery'],
  ['legal form missing', 'Tovarin Drone Components', 'Tovarin Drone Components FZE'],
  ['another legal form', 'Zarkovian Precision Optics Co., Ltd.', 'Zarkovian Precision Optics Limited'],
  ['a Russian form before the name', 'OOO Yevrazhin Thermal Imaging', 'Yevrazhin Thermal Imaging LLC'],
  ['words written together', 'Golden Perigee Ship ping', 'Golden Perigee Shipping'],
  ['an apostrophe', "Sean O'Malleran", 'Sean OMalleran'],
  ['a name of one word, exact', 'Kestrelmont', 'KESTRELMONT LTD'],
  ['a long name of one word with a slip', 'Kestrelmnot', 'Kestrelmont'],
  ['a unit with its number', 'Military Unit 61398', 'Military unit no. 61398'],
];

const OTHER: readonly (readonly [why: string, a: string, b: string])[] = [
  ['only the legal form in common', 'Corp', 'Kestrelmont Corp'],
  ['only general words in common', 'Golden Gate Trading Company', 'Golden Perigee Shipping Company'],
  ['only the first name in common', 'Ilmarec Petrenko', 'Ilmarec Vostrikhanov'],
  ['only the family name in common', 'Anna Quennery', 'Baltasar Quennery'],
  ['alike by chance', 'George Bush', 'George Habbash'],
  ['another number', 'Military Unit 61399', 'Military Unit 61398'],
  ['a short word inside a longer name', 'Ali', 'Ali Hassan Farouzan'],
  ['short words with a slip', 'Li Wei', 'Lu Wen'],
  ['one short word, one letter off', 'Kim', 'Kin'],
  ['one shared long word', 'Kestrelmont', 'Kestrelmont Chemical Trading'],
  ['nothing', '', 'Kestrelmont'],
  ['two people of one family and like first names', 'Maria Sokolova', 'Marina Sokolova-Brandt Ilves'],
  ['different trades of one town', 'Ostrava Meridian Shoe Import', 'Ostrava Meridian Arms Export'],
];

describe('name screening', () => {
  it.each(SAME)('finds the listed name despite %s: %s = %s', (_, a, b) => {
    expect(likeness(a, b)).toBeGreaterThanOrEqual(DENIED_THRESHOLD);
  });

  it.each(OTHER)('troubles nobody for %s: %s / %s', (_, a, b) => {
    expect(likeness(a, b)).toBeLessThan(DENIED_THRESHOLD);
  });

  it('gives the same answer whichever name comes first', () => {
    for (const [, a, b] of [...SAME, ...OTHER]) expect(likeness(a, b)).toBeCloseTo(likeness(b, a), 10);
  });
});

describe('screening form', () => {
  it('keeps a name that consists of a legal form only', () => {
    expect(screenName('Limited').tokens).toEqual(['limited']);
  });

  it('finds candidates by the consonants of a misspelt name', () => {
    const listed = new Set(screenName('Mohammed Rashidi').blocks);
    expect(screenName('Muhamad Reshidy').blocks.some((block) => listed.has(block))).toBe(true);
  });
});
