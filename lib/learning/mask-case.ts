import type { ConsignmentDetail } from '@/db/queries/consignment/consignment-detail';

/** In the place of what names a person, a parcel or a business partner. */
export const HIDDEN = '***';
/** An id that leads nowhere. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

const MAIL = /[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+/g;
/** A telephone number, an account or an identity number: seven digits or more, however grouped. A commodity code stands elsewhere. */
const LONG_NUMBER = /\+?\d(?:[ ./-]?\d){6,}/g;

/** Words somebody typed, without addresses and numbers that lead to a person. */
export function maskWords(words: string): string {
  return words.replace(MAIL, HIDDEN).replace(LONG_NUMBER, HIDDEN);
}

/**
 * A case of a course: a consignment under a name of its own. Nothing of it leads back to one that is or was: no reference, no number of
 * a parcel, a message or a scheme, no address of an offer, no partner; of people the country, of goods the words without addresses and
 * numbers. For cases that were made up as well as for those that were examined: one shape, and nobody has to ask which it is.
 */
export function maskCase(detail: ConsignmentDetail, reference: string): ConsignmentDetail {
  const { row, declared, parties } = detail;
  const party = (one: ConsignmentDetail['parties']['sender']) =>
    one && { ...one, initial: one.initial === null ? null : HIDDEN, city: null };
  const hide = (text: string | null) => (text === null ? null : HIDDEN);
  return {
    ...detail,
    row: {
      ...row,
      consignmentId: NOBODY,
      reference,
      partnerId: NOBODY,
      partnerName: HIDDEN,
      headline: maskWords(row.headline),
      status: 'selected',
      profiles: [],
    },
    declared: {
      ...declared,
      submissionId: NOBODY,
      version: 1,
      s10Id: hide(declared.s10Id),
      houseRef: hide(declared.houseRef),
      masterRef: hide(declared.masterRef),
      lrn: hide(declared.lrn),
      mrn: hide(declared.mrn),
      schemeId: hide(declared.schemeId),
      sellerName: hide(declared.sellerName),
      warnings: declared.warnings.map(({ value, ...problem }) =>
        value === undefined ? problem : { ...problem, value: HIDDEN },
      ),
    },
    items: detail.items.map((item) => ({ ...item, description: maskWords(item.description), listingUrl: null })),
    parties: { ...parties, sender: party(parties.sender), recipient: party(parties.recipient) },
    assessments: detail.assessments.slice(0, 1).map((assessment) => ({
      ...assessment,
      indicators: assessment.indicators.map((indicator) => ({ ...indicator, values: maskValues(indicator.values) })),
      chargeLines: assessment.chargeLines.map((line) => ({
        ...line,
        working: { ...line.working, values: maskValues(line.working.values) },
      })),
    })),
    versions: [],
    events: [],
    statedDuties: [],
    examinations: [],
    referrals: [],
    corrected: null,
    beside: { schemeChecks: [], testedWith: null, laterTestedWith: null },
  };
}

/** Words of the declaration that a sentence repeats. */
const WORDS = ['description', 'words', 'term', 'declared'];

function maskValues(values: Readonly<Record<string, string | number>>): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (name === 'scheme') return [name, HIDDEN];
      return [name, WORDS.includes(name) && typeof value === 'string' ? maskWords(value) : value];
    }),
  );
}
