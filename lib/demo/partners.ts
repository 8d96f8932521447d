import type { DemoContentType } from './types';

/** Customs offices of the invented administration, by UN/LOCODE; the places are real, the administration is not. */
export const DEMO_OFFICES = [
  { code: 'NLRTM', name: 'Rotterdam', country: 'NL' },
  { code: 'NLAMS', name: 'Amsterdam', country: 'NL' },
  { code: 'DEFRA', name: 'Frankfurt am Main', country: 'DE' },
  { code: 'BELGG', name: 'Liège', country: 'BE' },
  { code: 'FRCDG', name: 'Paris-Charles de Gaulle', country: 'FR' },
] as const;
export type DemoOffice = (typeof DEMO_OFFICES)[number]['code'];

type Partner = {
  readonly key: string;
  readonly name: string;
  readonly kind: 'platform' | 'carrier' | 'post' | 'broker';
  readonly contentType: DemoContentType;
  /** Office a record of this partner belongs to when it names none (postal items do not). */
  readonly office: DemoOffice;
  /** Letters its references begin with. */
  readonly prefix: string;
  /** Share of all consignments. */
  readonly share: number;
};

/** Who sends advance data in the demo; all invented. The postal operator sends items shaped like ITMATT (UPU M33). */
export const DEMO_PARTNERS = [
  {
    key: 'harbour-lane',
    name: 'Harbour Lane Marketplace',
    kind: 'platform',
    contentType: 'application/x-ndjson',
    office: 'BELGG',
    prefix: 'HL',
    share: 0.34,
  },
  {
    key: 'mosaic-bazaar',
    name: 'Mosaic Bazaar',
    kind: 'platform',
    contentType: 'application/json',
    office: 'NLRTM',
    prefix: 'MB',
    share: 0.18,
  },
  {
    key: 'northwing-express',
    name: 'Northwing Express',
    kind: 'carrier',
    contentType: 'text/csv',
    office: 'DEFRA',
    prefix: 'NX',
    share: 0.16,
  },
  {
    key: 'meridian-parcel',
    name: 'Meridian Parcel Lines',
    kind: 'carrier',
    contentType: 'text/csv',
    office: 'FRCDG',
    prefix: 'MP',
    share: 0.09,
  },
  {
    key: 'lowland-post',
    name: 'Lowland Post Exchange',
    kind: 'post',
    contentType: 'application/json',
    office: 'NLAMS',
    prefix: 'LP',
    share: 0.2,
  },
  {
    key: 'quayside-brokers',
    name: 'Quayside Customs Brokers',
    kind: 'broker',
    contentType: 'text/csv',
    office: 'NLRTM',
    prefix: 'QB',
    share: 0.03,
  },
] as const satisfies readonly Partner[];
export type DemoPartner = (typeof DEMO_PARTNERS)[number];
export type DemoPartnerKey = DemoPartner['key'];

/** The partner of a key. @throws RangeError for a key that is not in the list. */
export function partnerOf(key: DemoPartnerKey): DemoPartner {
  const partner = DEMO_PARTNERS.find((candidate) => candidate.key === key);
  if (!partner) throw new RangeError(`no demo partner ${key}`);
  return partner;
}
