// Which administration is competent is national law; the provisions named are those of the Union that call for one. The agencies
// themselves are, like the administration, an example.

const FIRST_DAY = '2024-01-01';

/** Other administrations with a say in what goods may enter, with the controls on goods (`policy/facts/controls`) each answers for. */
export const AGENCIES = [
  {
    id: 'medicines',
    name: 'Medicines and Health Agency',
    controls: ['medicines', 'medical_devices', 'narcotics', 'food_supplements', 'tobacco'],
    validFrom: FIRST_DAY,
    source: 'Directive 2001/83/EC, Articles 40 and 52a; Regulation (EU) 2017/745, Article 93',
  },
  {
    id: 'plant_animal_health',
    name: 'Plant and Animal Health Inspectorate',
    controls: ['plants', 'animal_products', 'live_animals', 'pesticides'],
    validFrom: FIRST_DAY,
    source: 'Regulation (EU) 2017/625, Articles 4 and 75 to 77',
  },
  {
    id: 'market_surveillance',
    name: 'Product Safety Authority',
    controls: ['cosmetics', 'dual_use', 'refrigerants', 'radioactive'],
    validFrom: FIRST_DAY,
    source: 'Regulation (EU) 2019/1020, Articles 25 to 28',
  },
  {
    id: 'wildlife',
    name: 'Wildlife Trade Authority',
    controls: ['wildlife'],
    validFrom: FIRST_DAY,
    source: 'Regulation (EC) No 338/97, Article 13',
  },
  {
    id: 'intellectual_property',
    name: 'Intellectual Property Office',
    controls: ['counterfeit'],
    validFrom: FIRST_DAY,
    source: 'Regulation (EU) No 608/2013, Articles 5, 17 and 23',
  },
  {
    id: 'culture',
    name: 'Cultural Goods Authority',
    controls: ['cultural_goods'],
    validFrom: FIRST_DAY,
    source: 'Regulation (EU) 2019/880, Articles 3 to 5',
  },
] as const;

export type AgencyId = (typeof AGENCIES)[number]['id'];
