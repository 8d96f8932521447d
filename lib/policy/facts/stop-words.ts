import { rows } from '../parameter';

/** Terms that say nothing about goods when they stand alone; compared without case, punctuation, figures and plural. */
const GOODS_TERMS = `
accessories; adapter; agricultural products; aid consignment; alcohol; all kind of cargo; all kind of goods; animals;
apparel; appliances; arms; articles; artwork; as ordered; as per attached; as per attached invoice; as per invoice;
attached manifest; auto; auto parts; automobiles; baggage; bags; bathroom products; battery; bazaar goods;
biological substances; biologicals; birthday gifts; bits; boards; boxes; cables; caps; cards; cargo; cartons; case; charity;
chemicals; chemicals flammable; chemicals hazardous; chemicals non-hazardous; cleaning products; clothes; clothing; cnsl;
collected items; commodity; company names; component; consol; consolidated; consolidated cargo; consolidated goods;
consolidation; consumer; consumer goods; courier; courier bags; courier goods; courier material; crafts; cuttings;
dangerous goods; decorations; decorative crafts; decorative items; didactic articles; docs; documents; documentations; dox;
drugs; drums; e-commerce; electronic equipment; electronic goods; electronic items; electronics; equipment;
exhibition goods; express; fak; firearm; flooring; flowers; food; foodstuff; footwear; freight all kinds;
freight of all kinds; fresh fruit; fresh herbs; fresh plants; fresh vegetable; from upu postal; fruit; fruit products;
fruit pulp; fuel; games; garments; general; general cargo; general goods; general merchandise; gift; gifts; goods;
handicrafts; hardware; household goods; industrial equipment; industrial plastics; iron and steel; items;
leather articles; machine parts; machinery; machines; materials; meat; medical supplies; medication; merchandise; metal;
misc; miscellaneous; n/a; novelty items; oil; online retailer; online retailer shipment; packaging; paper; parts;
party accessories; personal effects; pharmaceuticals; plants; plastic goods; powder; promotional items; refer to attached;
rubber articles; said to contain; sample; samples; sanitary goods; scrap; see invoice; shoes; snacks; software; spare parts;
sporting goods; stationery; stuff; supplements; supplies; textiles; things; tiles; toiletries; tools; toys; unknown; various;
various goods; various products; vegetables; vehicles; wearing apparel; wires; wood`;

/** Terms that say nothing about a person when they stand alone as a name. */
const PARTY_TERMS = 'n/a; private; unknown; to order; same as consignee; see invoice';

function terms(text: string): { readonly terms: readonly string[] } {
  return { terms: text.split(';').map((term) => term.trim()) };
}

export const STOP_WORDS = rows(
  {
    kind: 'stop_words',
    validFrom: '2021-07-01',
    source: 'ICS2 list of unacceptable terms (European Commission, DG TAXUD) as quoted by carriers; not complete',
    edition: '2025',
  },
  { goods: terms(GOODS_TERMS), party: terms(PARTY_TERMS) },
);

/** Shapes of descriptions without information, and words that describe no goods by themselves. */
export const DESCRIPTION_RULES = [
  ...rows(
    {
      kind: 'description_pattern',
      validFrom: '2021-07-01',
      source: 'European Commission guidance on acceptable goods descriptions; expressions are ours',
      edition: 'example 2026-1',
    },
    {
      only_figures: { pattern: '^\\d+$' },
      file_extension: { pattern: '^\\.[a-z0-9]{2,4}$|^(?:wpx|dox)$' },
      repeated_sign: { pattern: '^(.)\\1{2,}$' },
      blank_like: { pattern: '^[\\s.\\-]*$' },
      no_letters: { pattern: '^(?=.*\\D)[^\\p{L}]+$' },
      article_number: { pattern: '^[a-z]{1,4}[-_ ]?\\d[\\w\\-/]*$' },
    },
  ),
  ...rows(
    {
      kind: 'description_words',
      validFrom: '2021-07-01',
      source: 'Our own reading of vague descriptions in published classification training data (HMRC, MIT licence)',
      edition: 'example 2026-2',
    },
    {
      filler: terms(
        'a; an; and; the; of; for; from; in; on; to; with; without; by; or; no; not; my; me; you; your; our; we; this; that; is; it; at; as; ' +
          'up; off; out; all; any; more; than; per; each; plus; incl; approx; pack; set; pc; pcs; piece; pair; lot; box; new; size; ' +
          'colour; color; one; only; x; kg; g; ml; cm; mm; m; l; oz; floz; lb; ltr; litre; ft; inch; pk; pkt; qty; ea; nr; ref; sku; var; ' +
          'opt; gwp; value; customs; purposes',
      ),
      attribute: terms(
        'black; white; red; blue; green; yellow; pink; purple; grey; gray; brown; beige; navy; olive; orange; gold; silver; ' +
          'cream; khaki; burgundy; aqua; camel; sky; ivory; nude; taupe; teal; lilac; mocha; tan; blush; maroon; ecru; ' +
          'light; dark; multi; multicolour; s; xs; xl; xxl; xxxl; small; medium; large; petite; regular; tall; ' +
          'short; long; mini; plus; length; full; indigo; violet; magenta; cyan; fuchsia; mauve; burgandy; multicoloured; multicolor; coloured; colored; pastel; neon; ' +
          'bright; pale; dusky; shiny; matte; matt; glossy; metallic; translucent; transparent; curve; child; children; childrens; toddler; newborn; adults; king; queen; double; single; super; extra; slim; wide; deep; boys; girls; men; women; mens; ' +
          'womens; ladies; lady; kids; adult; baby; unisex; junior; youth; months; month; years; year; yrs; mths; age; aged; uk; eu; us',
      ),
      material: terms(
        'glass; wood; wooden; metal; plastic; rubber; leather; paper; cotton; polyester; polyamide; nylon; acrylic; wool; silk; linen; ' +
          'viscose; elastane; spandex; steel; iron; stainless; aluminium; aluminum; copper; brass; ceramic; porcelain; stone; textile; ' +
          'fabric; foam; resin; silicone; cardboard; lycra; pvc; recycled; organic; pure; poly; cashmere; bamboo; marble; alloy; zinc',
      ),
      category: terms(
        'goods; product; item; accessory; equipment; supply; material; article; stuff; gear; thing; apparatus; merchandise; ware; contents',
      ),
      generic: terms(
        'product; item; good; thing; stuff; article; gift; present; merchandise; commodity; material; order; parcel; shipment; ' +
          'mixed; assorted; various; different; other; misc; daily; necessities; household; home; office; health; personal; ' +
          'business; fashion; use; sample; general; online; purchase; mail; package; supplies; accessories; kit; part; component; ' +
          'content; bundle; collection; edition; selection; range; multipack; variety; assortment; surprise; mystery; lucky; offer; deal; ' +
          'special; premium; deluxe; luxury; classic; original; standard; basic; essential; everyday; limited; exclusive; best; hot; sale; ' +
          'preorder; delivery; tracked; postage; posting; shipping; consumer; customer; client; private; replacement; spare; generic; ' +
          'universal; personalised; personalized; customised; customized; custom; handmade; branded; brand; style; design; look; ' +
          'love; happy; day; welcome; reward; promo; promotional; free; default; info; information; detail; required; common; raw; ' +
          'automotive; electrical; mechanical; industrial; commercial; technical; domestic; outdoor; indoor; name; address; resale; hscode; ' +
          'addon; warranty; version; charge; fee; refund; substance; gizmo; gadget; perishable; unbranded; unspecified; unlisted; seller; shop; retail; ' +
          'amazon; ebay; tiktok; etsy; tbc; tba; series; model; type; batch; code; unit',
      ),
    },
  ),
];
