import { singular } from './words';

/**
 * Goods of one kind that the Harmonized System parts by what they are made of, how they are kept, what drives them or who wears them: a
 * vase is of 7013 in glass and of 6913 in china. A description that names kind and quality is read as the heading that has both. A line is
 * a kind: the headings it is found under, and where it belongs with a quality; of several qualities the first of the line decides.
 */
const KINDS = `
3924 4419 6911 6912 7013 7323 7418 7615: plastic 3924, wood 4419, paper 4823, porcelain 6911, ceramic 6912, glass 7013, aluminium 7615, copper 7418, steel 7323, metal 7323
8211 8215: plastic 3924, wood 4419
3923 4415 4819 6305 7010 7310 7612: plastic 3923, wood 4415, paper 4819, textile 6305, glass 7010, aluminium 7612, steel 7310, metal 7310
3922 6910 7324: plastic 3922, porcelain 6910, ceramic 6910, copper 7418, aluminium 7615, steel 7324, metal 7324
3925 4418 7308 7610: plastic 3925, wood 4418, aluminium 7610, steel 7308, metal 7308
3917 4009 7306 7411 7608: plastic 3917, rubber 4009, copper 7411, aluminium 7608, steel 7306
7307 7412 7609: plastic 3917, copper 7412, aluminium 7609, steel 7307
7318 7415: plastic 3926, copper 7415, aluminium 7616, steel 7318
4420 6913 8306: plastic 3926, wood 4420, paper 4823, porcelain 6913, ceramic 6913, glass 7013, stone 6802, steel 8306, copper 8306, aluminium 8306, metal 8306
4414: plastic 3924, steel 8306, copper 8306, aluminium 8306, metal 8306
7009: steel 8306, metal 8306
4820 8304 8305: plastic 3926, wood 4420, leather 4205
3926 4016 4205 4421 6307 7020 7326 7419 7616 8302: plastic 3926, rubber 4016, leather 4205, wood 4421, textile 6307, glass 7020, aluminium 7616, copper 7419, steel 7326
6303: plastic 3925, wood 4421, aluminium 7616
6306: plastic 3926
7117: leather 4205
6101 6103 6105 6107 6201 6203 6205 6207: womens +1
6102 6104 6106 6108 6202 6204 6206 6208: mens -1
6201 6202 6203 6204 6205 6206 6207 6208: knitted -100
6211: knitted 6114
6214 6215 6217: knitted 6117
6216: knitted 6116
6209: knitted 6111
6101 6102 6103 6104 6105 6106 6107 6108: woven +100
6109 6110: woven 6206
6112 6114: woven 6211
6111: woven 6209
6116: woven 6216
6117: woven 6217
6101 6102 6103 6104 6113 6114 6201 6202 6203 6204 6210 6211 6116 6216 6217: leather 4203
6116 6216: rubber 4015
6402 6403 6404 6405: leather 6403, textile 6404, rubber 6402, plastic 6402
8201 8202 8203 8204 8205: electric 8467
3924 7323 8210 8211 8214 8479: electric 8509
8212: electric 8510
7321 7322: electric 8516
9603: electric 8509
8306: electric 8531
0201 0202 0203 0204 0205 0206 0207 0208 0210: prepared 1602, cured 0210
0302 0303 0304 0305 1604: prepared 1604, cured 0305, frozen 0303, fresh 0302
0306 0307 0308: prepared 1605
0701 0702 0703 0704 0705 0706 0707 0708 0709 0710 0711 0712 2005: pickled 2001, prepared 2005, frozen 0710, dried 0712, juice 2009
0801 0802: salted 2008, prepared 2008
0803 0804 0805 0806: candied 2006, juice 2009, jam 2007, frozen 0811, prepared 2008
0807 0808 0809 0810 0813: candied 2006, juice 2009, jam 2007, frozen 0811, dried 0813, prepared 2008
2008: frozen 0811, juice 2009, jam 2007
0901 0902 0903: instant 2101
1001: flour 1101
1002 1003 1004 1005 1006 1007 1008: flour 1102, meal 1103, flaked 1104, oil 1515
`;

/** Words of each quality, as descriptions have them. */
const QUALITIES = `
plastic: plastic pvc acrylic polythene polyethylene polypropylene polystyrene polycarbonate silicone resin melamine vinyl perspex plastique plastico kunststoff
rubber: rubber latex gummi caoutchouc
leather: leather suede nubuck leder cuir cuero pelle
wood: wood wooden bamboo timber mdf plywood acacia beech holz bois madera legno hout
paper: paper cardboard paperboard karton
textile: textile fabric cotton linen polyester canvas hessian jute felt
porcelain: porcelain china porzellan
ceramic: ceramic stoneware earthenware pottery terracotta keramik ceramique
glass: glass glassware borosilicate verre vidrio vetro
stone: stone marble granite slate soapstone alabaster
steel: steel iron stainless
copper: copper brass bronze
aluminium: aluminium aluminum
metal: metal pewter
electric: electric electrical rechargeable cordless pneumatic elektrisch
knitted: knitted knit crocheted crochet
woven: woven denim poplin chiffon twill corduroy
mens: men boy male gent herren homme
womens: women girl female lady ladie damen femme
cured: salted smoked brine dried cured
salted: salted roasted
dried: dried
frozen: frozen
fresh: fresh chilled
prepared: prepared preserved canned tinned
pickled: pickled vinegar
candied: candied glace crystallised
juice: juice
jam: jam jelly marmalade puree
flour: flour
meal: groat meal pellet semolina
flaked: flaked rolled flake
oil: oil
instant: instant granule extract essence concentrate substitute
`;

type Step = {
  readonly order: number;
  readonly of: ReadonlySet<string>;
  readonly by: readonly (readonly [quality: string, to: string])[];
};

const linesOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(': ') as [string, string]);

const STEPS: readonly Step[] = linesOf(KINDS).map(([of, by], order) => ({
  order,
  of: new Set(of.split(' ')),
  by: by.split(', ').map((pair) => pair.split(' ') as [string, string]),
}));

const STEPS_OF = new Map<string, Step[]>();
for (const step of STEPS)
  for (const heading of step.of) STEPS_OF.set(heading, [...(STEPS_OF.get(heading) ?? []), step]);

/** A heading, or one as far off as from men's to women's and from woven to knitted goods. */
const arrivedAt = (from: string, to: string) => (/^[+-]/.test(to) ? String(Number(from) + Number(to)) : to);

const QUALITIES_OF = new Map<string, string[]>();
for (const [quality, words] of linesOf(QUALITIES))
  for (const word of words.split(' ')) {
    const own = singular(word);
    QUALITIES_OF.set(own, [...(QUALITIES_OF.get(own) ?? []), quality]);
  }

/** Words after which another quality is meant than that of the goods. */
const NOT_SO: ReadonlySet<string> = new Set(
  'non not no faux fake imitation artificial pu vegan synthetic effect look print printed'.split(' '),
);
/** What follows one of these is of something else than the goods, save who they are for. */
const ELSEWHERE: ReadonlySet<string> = new Set('for with without from on by to and incl including'.split(' '));
const WEARERS: ReadonlySet<string> = new Set(['mens', 'womens']);

/** A word of a description in its place. */
export type Placed = {
  readonly word: string;
  /** The word before it and after it in its part of the description; empty at the ends. */
  readonly before: string;
  readonly next: string;
  /** Whether the word after it is the last before the next aside. */
  readonly isBeforeNoun: boolean;
  /** The last `for`, `with` or `of` before it; empty where there is none. */
  readonly after: string;
};

/** Qualities that the words of a description give the goods. `isOther` tells words that belong to the next: `paper towel holder`. */
export function qualitiesOf(words: readonly Placed[], isOther: (word: Placed) => boolean): ReadonlySet<string> {
  const found = new Set<string>();
  for (const placed of words) {
    const named = QUALITIES_OF.get(placed.word);
    if (!named || NOT_SO.has(placed.before) || NOT_SO.has(placed.next) || isOther(placed)) continue;
    for (const quality of named)
      if (!ELSEWHERE.has(placed.after) || (placed.after === 'for' && WEARERS.has(quality))) found.add(quality);
  }
  return found;
}

/** Whether a word tells a quality of goods, as the first part of `Herrenschuhe` does. */
export function isQuality(word: string): boolean {
  return QUALITIES_OF.has(word);
}

/** The heading that goods of a heading belong to with the qualities they are described with; the same one where these part nothing. */
export function kindredHeading(heading: string, qualities: ReadonlySet<string>): string {
  let at = heading;
  let from = 0;
  for (;;) {
    const step = STEPS_OF.get(at)?.find(
      (one) => one.order >= from && one.by.some(([quality]) => qualities.has(quality)),
    );
    if (!step) return at;
    at = arrivedAt(at, step.by.find(([quality]) => qualities.has(quality))?.[1] ?? at);
    from = step.order + 1;
  }
}

/** Headings that a quality can lead to. */
export const QUALIFIED_HEADINGS: ReadonlySet<string> = new Set(
  STEPS.flatMap(({ of, by }) => by.flatMap(([, to]) => [...of].map((one) => arrivedAt(one, to)))),
);
