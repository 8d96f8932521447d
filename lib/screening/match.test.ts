import { describe, expect, it } from 'vitest';
import { bandOf, compareNames, REVIEW_FROM, similarity } from './match';
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
  ['Arabic letters', 'يوسف الراشدي', 'Youssef al-Rashidi'],
  ['Hebrew letters', 'יוסף תמרי', 'Yosef Tamari'],
  ['a Korean name in its own script', '김정남', 'Kim Jong Nam'],
  ['a long Russian form', 'Общество с ограниченной ответственностью Евражин Приборы', 'OOO Yevrazhin Pribory'],
  ['abbreviated words', 'Perigee Intl Mfg Group', 'Perigee International Manufacturing Group'],
  ['a sign for a word', 'Quennery & Oduya Shipping', 'Quennery and Oduya Shipping'],
  ['a short form of the first name', 'Bill Entrecasteaux', 'William Entrecasteaux'],
  ['an initial', 'B. Quennery', 'Baltasar Quennery'],
  ['a patronymic on one side', 'Ilmarec Vostrikhanov', 'Vostrikhanov, Ilmarec Vladimirovich'],
  ['an ordinal', 'Second Vostrik Brigade', '2nd Vostrik Brigade'],
  ['a general word beside one word', 'Vostrik Airlines', 'Vostrik Ltd'],
  ['an article and a vowel', 'Al-Qashla', 'Al Qashle'],
  ['a rank', 'Colonel Ilmarec Vostrikhanov', 'Ilmarec Vostrikhanov'],
  ['a legal form within', 'Kestrelmont GmbH Turkey', 'Kestrelmont Turkey'],
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
  ['two first names alike by sound', 'Hassan Tamarizi', 'Hussein Tamarizi'],
  ['a man and a woman', 'Juan Testmann', 'Juana Testmann'],
  ['another initial', 'K. Quennery', 'Baltasar Quennery'],
  ['an initial for a word of a company', 'G. Shipping Lines', 'Gulf Shipping Lines'],
  ['common first names and another family name', 'Mohammad Ali Testmann', 'Muhammad Ali'],
  ['two first names only', 'Juan Carlos Garcia', 'Juan Carlos Testmann'],
  ['different trades of one town', 'Ostrava Meridian Shoe Import', 'Ostrava Meridian Arms Export'],
];

describe('name screening', () => {
  it.each(SAME)('finds the listed name despite %s: %s = %s', (_, a, b) => {
    expect(likeness(a, b)).toBeGreaterThanOrEqual(REVIEW_FROM);
  });

  it.each(OTHER)('troubles nobody for %s: %s / %s', (_, a, b) => {
    expect(likeness(a, b)).toBeLessThan(REVIEW_FROM);
  });

  it('gives the same answer whichever name comes first', () => {
    for (const [, a, b] of [...SAME, ...OTHER]) expect(likeness(a, b)).toBeCloseTo(likeness(b, a), 10);
  });
});

describe('the bands', () => {
  it.each([
    ['Ilmarec Vostrikhanov', 'VOSTRIKHANOV, Ilmarec', 'strong'],
    ['Ilmarec Vostirkhanov', 'Ilmarec Vostrikhanov', 'strong'],
    ['Ilmarek Vostirkhanof', 'Ilmarec Vostrikhanov', 'review'],
    ['B. Quennery', 'Baltasar Quennery', 'review'],
    ['Zarkovian Optics GmbH', 'Zarkovian Optics AG', 'review'],
    ['沈振实', '沈振石', 'review'],
    ['Ilmarec Petrenko', 'Ilmarec Vostrikhanov', 'clear'],
  ] as const)('%s / %s: %s', (a, b, band) => {
    expect(bandOf(likeness(a, b))).toBe(band);
  });
});

describe('a comparison', () => {
  it('says which words stand for which, what is left, and what lowered it', () => {
    const { pairs, unpairedA, unpairedB, adjustments } = compareNames(
      screenName('Zarkovian Precison Optics GmbH'),
      screenName('Zarkovian Precision Optics Group Ltd'),
    );
    expect(pairs.map(({ a, b }) => [a.token.text, b.token.text])).toEqual([
      ['zarkovian', 'zarkovian'],
      ['optics', 'optics'],
      ['precison', 'precision'],
    ]);
    expect([unpairedA, unpairedB].map((side) => side.map(({ text }) => text))).toEqual([[], ['group']]);
    expect(adjustments).toEqual([]);
    expect(compareNames(screenName('Zarkovian Optics GmbH'), screenName('Zarkovian Optics AG')).adjustments).toEqual([
      'legal_form_differs',
    ]);
  });
});

describe('screening form', () => {
  it('keeps a name that consists of a legal form only', () => {
    expect(screenName('Limited').key).toBe('limited');
  });

  it('keeps the script and the letters a name was written in', () => {
    expect(screenName('Владимир Костриков')).toMatchObject({
      key: 'vladimir kostrikov',
      original: { script: 'Cyrillic', text: 'владимиркостриков' },
    });
    expect(screenName('Vladimir').original).toBeNull();
  });

  it('tells the family of a legal form in any language', () => {
    for (const form of ['GmbH', 'LLC', 'S.r.l.', 'Sp. z o.o.', 'ООО', 'Pte Ltd', '有限公司'])
      expect(screenName(`Kestrelmont ${form}`), form).toMatchObject({ key: 'kestrelmont', families: ['limited'] });
    for (const form of ['AG', 'S.p.A.', 'PJSC', 'ОАО', 'A.Ş.'])
      expect(screenName(`Kestrelmont ${form}`), form).toMatchObject({ key: 'kestrelmont', families: ['shares'] });
  });
});
