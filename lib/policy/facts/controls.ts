import { rows } from '../parameter';

const UPU = 'Universal Postal Convention, Article 19 (items not admitted)';
const INDICATIVE = {
  validFrom: '2021-07-01',
  source: 'Our own indicative reading of the ground named',
  edition: 'example 2026-1',
};

type Goods = { readonly ground: string; readonly words: string; readonly prefixes?: string; readonly unless?: string };

function control(status: 'prohibited' | 'restricted', { ground, words, prefixes = '', unless = '' }: Goods) {
  const list = (text: string, separator: string) =>
    text
      .split(separator)
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '');
  return { status, ground, words: list(words, ';'), unless: list(unless, ';'), prefixes: list(prefixes, ' ') };
}

const TOY_WORDS = 'toy; costume; cosplay; water; foam; poster; sticker; keychain; print; holster; t shirt; model kit';

/** Controls on goods by word and by HS prefix. A word counts only where no word of `unless` stands beside it. */
export const CONTROLS = [
  ...rows(
    { kind: 'control', ...INDICATIVE },
    {
      narcotics: control('prohibited', {
        ground: `${UPU}; UN Single Convention on Narcotic Drugs 1961`,
        words: 'cannabis; marijuana; cocaine; heroin; mdma; lsd; ketamine; fentanyl; khat; kratom; opium',
        prefixes: '130211 121130 121140',
        unless: 'test; sticker; poster; print',
      }),
      explosives: control('prohibited', {
        ground: `${UPU}; dangerous goods class 1`,
        words: 'firework; firecracker; detonator; gunpowder; ammunition; live cartridge; hand grenade',
        prefixes: '3601 3602 3603 3604 9306',
        unless: `${TOY_WORDS}; pouch; belt; can`,
      }),
      weapons: control('prohibited', {
        ground: 'Directive (EU) 2021/555 and national firearms law',
        words:
          'pistol; rifle; handgun; revolver; stun gun; pepper spray; switchblade; butterfly knife; knuckle duster; crossbow; gel blaster; taser',
        prefixes: '9301 9302 9303 9304 9305 9307',
        unless: `${TOY_WORDS}; massage; glue; spray bottle; scope cover; sling; case`,
      }),
      live_animals: control('prohibited', {
        ground: `${UPU}; Regulation (EU) 2016/429`,
        words: 'live animal; live fish; live reptile; live insect; live spider; live bird',
        prefixes: '01 0301',
        unless: 'print; toy; poster',
      }),
      wildlife: control('restricted', {
        ground: 'CITES; Regulation (EC) No 338/97',
        words:
          'ivory tusk; elephant ivory; rhino horn; tortoise shell; python leather; crocodile leather; shahtoosh; orchid plant',
        prefixes: '0507 0508 960110',
        unless: 'imitation; faux; effect; pattern; print; artificial',
      }),
      plants: control('restricted', {
        ground: 'Regulation (EU) 2016/2031: phytosanitary certificate',
        words: 'vegetable seed; flower seed; plant seed; flower bulb; live plant; plant cutting; potting soil',
        prefixes: '0601 0602 1209',
        unless: 'artificial; oil; planter; plate',
      }),
      animal_products: control('restricted', {
        ground: 'Regulation (EU) 2017/625: veterinary control',
        words: 'beef jerky; sausage; cheese; milk powder; honey; bird nest',
        prefixes: '02 04 1601 1602',
        unless:
          'grater; knife; slicer; board; mould; mold; dipper; comb; pot; jar; colour; color; pet; dog; cat; maker; toy; dispenser',
      }),
      food_supplements: control('restricted', {
        ground: 'Directive 2002/46/EC and national food law',
        words: 'protein powder; slimming pill; slimming tea; vitamin tablet; vitamin capsule; dietary supplement',
        prefixes: '210690',
        unless: 'shaker; organiser; organizer; dispenser',
      }),
      medicines: control('restricted', {
        ground: 'Directive 2001/83/EC and national medicines law',
        words:
          'antibiotic; viagra; sildenafil; tadalafil; insulin; melatonin; semaglutide; botulinum; prescription medicine',
        prefixes: '3003 3004',
        unless: 'cooler; bag; organiser; organizer; box',
      }),
      medical_devices: control('restricted', {
        ground: 'Regulation (EU) 2017/745',
        words: 'contact lens; syringe; hyaluronic filler; pregnancy test; blood test kit',
        prefixes: '901831 901832 382211 382219 900130',
        unless: 'case; remover; applicator; glue; ink; feeding',
      }),
      cosmetics: control('restricted', {
        ground: 'Regulation (EC) No 1223/2009, Annex II',
        words: 'hydroquinone; mercury cream; skin whitening cream; eyelash growth serum',
      }),
      tobacco: control('restricted', {
        ground: 'Directive 2014/40/EU; excise goods',
        words: 'cigarette; cigar; vape; e liquid; nicotine; shisha tobacco; snus',
        prefixes: '2401 2402 2403 2404 854340',
        unless: 'lighter; case; holder; cutter; socket; plug; adapter; charger; ashtray; humidor',
      }),
      alcohol: control('restricted', {
        ground: 'Directive (EU) 2020/262; excise goods',
        words: 'whisky; whiskey; vodka; tequila; liqueur; brandy; bottle of wine; soju; sake rice wine',
        prefixes: '2203 2204 2205 2206 2207 2208',
        unless: 'glass; opener; stone; decanter; stopper; rack; cooler; mould; mold; set; cup; flask; holder',
      }),
      counterfeit: control('restricted', {
        ground: 'Regulation (EU) No 608/2013',
        words: 'replica; aaa quality; mirror quality; super copy; 1 1 quality; no logo box',
        unless: 'ship; dinosaur; skull; fossil; museum; sword; film; prop',
      }),
      dual_use: control('restricted', {
        ground: 'Regulation (EU) 2021/821 and national telecommunications law',
        words:
          'jammer; gps tracker jammer; signal booster; night vision; thermal scope; rifle scope; laser pointer; thermal imaging',
        prefixes: '901310 880624 880694',
        unless: 'presenter; cat; pet; toy',
      }),
      pesticides: control('restricted', {
        ground: 'Regulations (EU) No 528/2012 and (EC) No 1107/2009',
        words: 'insecticide; herbicide; roach gel; flea collar; rat poison; pesticide',
        prefixes: '3808',
        unless: 'sprayer; tester; trap',
      }),
      radioactive: control('restricted', {
        ground: `${UPU}; Council Directive 2013/59/Euratom`,
        words: 'radioactive; uranium; americium',
        prefixes: '2844',
        unless: 'sticker; glass; sign; t shirt; poster',
      }),
      refrigerants: control('restricted', {
        ground: 'Regulation (EU) 2024/573',
        words: 'refrigerant; r134a; r410a',
        prefixes: '2903 3827',
        unless: 'gauge; hose; scale; adapter; detector',
      }),
      money: control('restricted', {
        ground: `${UPU}; Regulation (EU) 2018/1672`,
        words: 'banknote; gold bar; gold bullion; bearer cheque',
        prefixes: '490700 7108 7118',
        unless: 'album; detector; counter; holder; toy; chocolate; replica; notebook; display',
      }),
      cultural_goods: control('restricted', {
        ground: 'Regulation (EU) 2019/880',
        words: 'ancient coin; archaeological; roman coin; antique icon; fossil',
        prefixes: '9705 9706',
        unless: 'toy; replica; print; dig kit; watch',
      }),
      worn_clothing: control('restricted', {
        ground: 'Regulation (EU) 2024/1157; public health',
        words: 'used clothes; worn clothing',
        prefixes: '6309',
      }),
      waste: control('restricted', {
        ground: 'Basel Convention; Regulation (EU) 2024/1157',
        words: 'plastic waste; metal scrap; electronic waste',
        prefixes: '3825 3915 7204 8549',
      }),
    },
  ),
];
