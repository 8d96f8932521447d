import { chance, pick, whole } from '@/lib/demo/draw';
import type { Random } from '@/lib/kernel/prng';

/** A way in which a listed name turns up otherwise; null where the name has nothing to change so. */
type Way = (random: Random, name: string) => string | null;

const wordsOf = (name: string) => name.split(/[\s,]+/).filter(Boolean);
const lettersIn = (word: string) => word.replace(/[^\p{L}]/gu, '').length;

function changeWord(random: Random, name: string, least: number, change: (word: string) => string): string | null {
  const words = wordsOf(name);
  const able = words.flatMap((word, at) => (lettersIn(word) >= least ? [at] : []));
  if (able.length === 0) return null;
  const at = pick(random, able);
  const changed = change(words[at] ?? '');
  return changed === words[at] ? null : words.map((word, index) => (index === at ? changed : word)).join(' ');
}

const slip: Way = (random, name) =>
  changeWord(random, name, 5, (word) => {
    const at = whole(random, 1, word.length - 2);
    const [head, letter, next, tail] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 2)];
    return pick(random, [
      `${head}${next}${letter}${tail}`,
      `${head}${next}${tail}`,
      `${head}${letter}${letter}${next}${tail}`,
      `${head}${pick(random, ['e', 'n', 's', 'o', 'r'])}${next}${tail}`,
    ]);
  });

const twoSlips: Way = (random, name) => {
  const once = wordsOf(name).join('').length < 12 ? null : slip(random, name);
  return once === null ? null : slip(random, once);
};

/** Other romanisations of one sound, both ways. */
const SPELLINGS =
  'u=ou,y=i,ee=i,q=k,j=dj,kh=h,ph=f,w=v,ai=ay,ei=ey,sh=ch,z=s,x=ks,ov=off,ss=s,mm=m,dd=d,ie=y,a=e,o=u,ts=tz,ch=tch,c=k'
    .split(',')
    .map((pair) => pair.split('='))
    .flatMap(([from = '', to = '']) => [
      [from, to],
      [to, from],
    ]);

const spelling: Way = (random, name) => {
  const able = SPELLINGS.filter(([from = '']) => name.toLowerCase().includes(from, 1));
  if (able.length === 0) return null;
  let changed = name.toLowerCase();
  for (let times = whole(random, 1, 2); times > 0; times -= 1) {
    const [from = '', to = ''] = pick(random, able);
    const at = changed.indexOf(from, 1);
    if (at > 0) changed = changed.slice(0, at) + to + changed.slice(at + from.length);
  }
  return changed === name.toLowerCase() ? null : changed;
};

const CYRILLIC =
  'shch=щ,sh=ш,ch=ч,zh=ж,kh=х,ts=ц,yu=ю,ya=я,yo=ё,ye=е,a=а,b=б,c=к,d=д,e=е,f=ф,g=г,h=х,i=и,j=дж,k=к,l=л,m=м,n=н,o=о,p=п,q=к,r=р,s=с,t=т,u=у,v=в,w=в,x=кс,y=й,z=з'
    .split(',')
    .map((pair) => pair.split('='));

/** Romanised letters of people of Slavic names back in Cyrillic. */
const cyrillic: Way = (_, name) => {
  if (!/(?:ov|ev|ova|eva|sky|skiy|enko|vich|iy)\b/i.test(name)) return null;
  let text = name.toLowerCase();
  for (const [latin = '', letter = ''] of CYRILLIC) text = text.replaceAll(latin, letter);
  return text;
};

const ARABIC_PAIRS = [
  ['kh', 'خ'],
  ['sh', 'ش'],
  ['th', 'ث'],
  ['dh', 'ذ'],
  ['gh', 'غ'],
] as const;
const ARABIC_LETTERS =
  'b=ب,t=ت,j=ج,h=ح,d=د,r=ر,z=ز,s=س,f=ف,q=ق,k=ك,l=ل,m=م,n=ن,w=و,y=ي,u=و,i=ي,o=و,a=ا,e=,g=غ,c=ك,p=ب,v=ف,x=كس'
    .split(',')
    .map((pair) => pair.split('='));

/** Arabic names in Arabic letters, short vowels lost. */
const arabic: Way = (_, name) => {
  if (!/\b(?:al|abu|abd|bin|muhammad|mohammed|ahmad|ali|hassan|hasan)\b/i.test(name) || wordsOf(name).length < 2)
    return null;
  return wordsOf(name.toLowerCase().replace(/['’`]/g, '').replace(/-/g, ' '))
    .map((word) => {
      if (word === 'al') return 'ال';
      let text = word
        .replace(/^[aeiou]/, 'ا')
        .replace(/([b-df-hj-np-tv-z])\1/g, '$1')
        .replace(/(?<=[aei])h$/, '\u0629');
      for (const [latin = '', letter = ''] of ARABIC_PAIRS) text = text.replaceAll(latin, letter);
      // Vowels inside a word are short more often than not.
      text = text.replace(/[aeiou](?!$)/g, '');
      for (const [latin = '', letter = ''] of ARABIC_LETTERS) text = text.replaceAll(latin, letter);
      return text;
    })
    .join(' ')
    .replace(/ال /g, 'ال');
};

const turned: Way = (random, name) => {
  const words = wordsOf(name);
  if (words.length < 2) return null;
  return chance(random, 0.5)
    ? [...words.slice(1), words[0]].join(' ')
    : [words.at(-1), ...words.slice(0, -1)].join(', ');
};

const FORM =
  /[,\s]+(?:co\.?,?\s*ltd\.?|ltd\.?|limited|llc|l\.l\.c\.|inc\.?|corp\.?|gmbh|ag|s\.?a\.?|ltda\.?|s\.?r\.?l\.?|plc|ooo|ojsc|jsc|company|co\.?)\s*$/i;

const form: Way = (random, name) => {
  if (!FORM.test(name)) return null;
  const bare = name.replace(FORM, '');
  if (wordsOf(bare).length < 2) return null;
  return bare + pick(random, ['', '', ' Limited', ' Co., Ltd', ' Company']);
};

const initial: Way = (_, name) => {
  const words = wordsOf(name);
  const at = name.includes(',') ? words.length - 1 : 0;
  if (words.length < 2 || !name.includes(',') || FORM.test(name) || lettersIn(words[at] ?? '') < 3) return null;
  return words.map((word, index) => (index === at ? `${word.charAt(0)}.` : word)).join(' ');
};

const shortened: Way = (_, name) => {
  const words = wordsOf(name);
  if (!name.includes(',') || FORM.test(name) || words.length < 3 || words.length > 4) return null;
  const at = words.length - 1;
  return words.filter((_, index) => index !== at).join(' ');
};

const joined: Way = (random, name) => {
  const words = wordsOf(name.replace(/-/g, ' '));
  if (words.length < 3 || FORM.test(name)) return null;
  const at = whole(random, 0, words.length - 2);
  return [...words.slice(0, at), `${words[at]}${words[at + 1]}`, ...words.slice(at + 2)].join(' ');
};

const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/\binternational\b/i, 'Intl'],
  [/\bcompany\b/i, 'Co'],
  [/\band\b/i, '&'],
  [/\btechnology\b/i, 'Tech'],
  [/\bmanufacturing\b/i, 'Mfg'],
  [/\bindustries\b/i, 'Ind.'],
  [/\bgroup\b/i, 'Grp'],
  [/\buniversity\b/i, 'Univ.'],
];

const abbreviated: Way = (_, name) => {
  const [found] = ABBREVIATIONS.filter(([long]) => long.test(name));
  return found ? name.replace(found[0], found[1]) : null;
};

const decorated: Way = (random, name) =>
  `${pick(random, ['Mr ', 'Dr. ', 'Eng. '])}${wordsOf(name).join(' ').toLowerCase()}`;

/** How names turn up, by the name of the way. */
export const WAYS: Readonly<Record<string, Way>> = {
  slip,
  twoSlips,
  spelling,
  cyrillic,
  arabic,
  turned,
  form,
  initial,
  shortened,
  joined,
  abbreviated,
  decorated,
};
