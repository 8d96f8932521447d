import type { ChargeFacts, DocumentFacts, QuestionFacts, VersionCharges } from './response-facts';
import type { ConsignmentResponse, ResponseKind } from './responses';
import { chargedItems, correctedItems, instantOf, TAX_TYPES, totalCharge } from './wco-parts';
import { pointersTo } from './wco-pointer';
import { documentOf, group, textOf, type XmlElement } from './xml-element';

const NAMESPACE = 'urn:wco:datamodel:LUXOR:RES:1';
const DATA_MODEL_VERSION = '3.6';

/**
 * Function codes: 01 to 13 as in the notifications of customs systems that answer by the WCO Data Model. For what those have no
 * code, numbers from 88 on, agreed with partners by the help page.
 */
export const FUNCTION_CODES = {
  accepted: '01',
  answer_received: '02',
  rejected: '03',
  control: '05',
  question: '06',
  correction: '07',
  released: '08',
  cleared: '09',
  withdrawn: '10',
  amended: '11',
  tax: '13',
  payment_awaited: '88',
  question_withdrawn: '89',
  held: '90',
  hold_lifted: '91',
  seized: '92',
  detained: '93',
  detention_ended: '94',
  refused: '95',
  returned: '96',
  re_exported: '97',
  abandoned: '98',
  destroyed: '99',
  decision_reversed: '87',
} as const satisfies Record<ResponseKind, string>;

/** What kind of question it is: documents, information, screening, or not to load. */
const QUESTION_CODES: Readonly<Record<string, string>> = { documents: 'DOC', rfi: 'RFI', rfs: 'RFS', dnl: 'DNL' };

const ABOUT_QUESTIONS: readonly ResponseKind[] = ['question', 'answer_received', 'question_withdrawn'];

/** Corrections made by customs after a control. */
const CORRECTED_BY_CUSTOMS = '16';
/** A statement to whoever lodged the declaration. */
const TO_THE_SUBMITTER = 'AFB';
/** Agreed here: an amount is open, left out because nobody could compute it. */
const AMOUNT_OPEN = 'OPN';
/** Agreed here: the legal basis of a charge, whose kind is the code, on the goods item the pointers name. */
const LEGAL_BASIS = 'LEG';
/** Agreed here, of a goods item the pointers name: excise is owed on it, is not computed and comes on top of the charges. */
const EXCISE_ON_TOP = 'excise_not_computed';
/** The status of an amendment that was taken. */
const AMENDMENT_ACCEPTED = '39';

/** One answer as a response document of the WCO Data Model. */
export function wcoResponse(response: ConsignmentResponse, facts: DocumentFacts): string {
  return documentOf({
    name: 'MetaData',
    attributes: { xmlns: NAMESPACE },
    content: [
      textOf('WCODataModelVersionCode', DATA_MODEL_VERSION),
      textOf('WCOTypeName', 'RES'),
      textOf('ResponsibleCountryCode', facts.office?.slice(0, 2)),
      textOf('AgencyAssignedCustomizationCode', 'LUXOR'),
      textOf('AgencyAssignedCustomizationVersionCode', '1'),
      group(
        'Response',
        textOf('FunctionCode', FUNCTION_CODES[response.kind]),
        textOf('FunctionalReferenceID', response.id.replaceAll('-', '')),
        instantOf('IssueDateTime', response.toldAt),
        ...additionalInformation(response, facts),
        ...amendments(response, facts),
        ...errors(response, facts),
        ...statuses(response),
        ...declarations(response, facts),
      ),
    ],
  });
}

function additionalInformation(response: ConsignmentResponse, facts: DocumentFacts): (XmlElement | null)[] {
  const event = response.source.of === 'event' ? response.source.event : null;
  if (response.kind === 'held' || response.kind === 'hold_lifted') {
    return [
      group('AdditionalInformation', textOf('StatementCode', event?.values.ground), textOf('StatementTypeCode', 'HLD')),
    ];
  }
  if (response.kind === 'withdrawn') {
    const reason = textOf('StatementDescription', event?.values.note);
    return reason ? [group('AdditionalInformation', reason, textOf('StatementTypeCode', TO_THE_SUBMITTER))] : [];
  }
  if (response.kind === 'tax') {
    const { openReasons = [], exciseGoods = [], lines = [] } = chargesOf(response, facts) ?? {};
    const statement = (code: string, ...pointers: XmlElement[]) =>
      group(
        'AdditionalInformation',
        textOf('StatementCode', code),
        textOf('StatementTypeCode', AMOUNT_OPEN),
        ...pointers,
      );
    return [
      ...openReasons.map((reason) => statement(reason)),
      ...exciseGoods.map(({ itemNumber }) =>
        statement(EXCISE_ON_TOP, ...pointersTo(`items.${itemNumber - 1}.commodity_code`)),
      ),
      ...lines.map(legalBasis),
    ];
  }
  if (!ABOUT_QUESTIONS.includes(response.kind)) return [];
  const type = QUESTION_CODES[String(event?.values.type)] ?? 'RFI';
  const asked = response.kind === 'question' && event ? questionOf(facts.questions, event.at, event.values.type) : null;
  return [
    group(
      'AdditionalInformation',
      textOf('StatementCode', type),
      textOf('StatementDescription', asked?.question),
      asked ? instantOf('LimitDateTime', asked.dueAt) : null,
      textOf('StatementTypeCode', type),
    ),
  ];
}

/** The data model has no place for the law in a duty or tax itself: it is a statement that points to the goods item. */
function legalBasis({ itemNumber, kind, legalBasis: basis }: ChargeFacts): XmlElement | null {
  if (basis === null) return null;
  return group(
    'AdditionalInformation',
    textOf('StatementCode', TAX_TYPES[kind]),
    textOf('StatementDescription', basis),
    textOf('StatementTypeCode', LEGAL_BASIS),
    ...pointersTo(`items.${itemNumber - 1}.value`),
  );
}

function questionOf(questions: readonly QuestionFacts[], askedAt: Date, type: unknown): QuestionFacts | null {
  return questions.find((one) => one.type === type && one.askedAt.getTime() === askedAt.getTime()) ?? null;
}

function amendments({ kind }: ConsignmentResponse, facts: DocumentFacts): (XmlElement | null)[] {
  if (kind !== 'correction') return [];
  const fields = new Set([
    ...facts.corrections.map(({ itemNumber, field }) => `items.${itemNumber - 1}.${field}`),
    ...facts.statedDuties.map((itemNumber) => `items.${itemNumber - 1}.duty`),
  ]);
  return [...fields].map((field) =>
    group('Amendment', textOf('ChangeReasonCode', CORRECTED_BY_CUSTOMS), ...pointersTo(field)),
  );
}

function errors({ source }: ConsignmentResponse, facts: DocumentFacts): (XmlElement | null)[] {
  if (source.of !== 'record') return [];
  return facts
    .problemsOf(source.record)
    .map(({ code, pointer, message, value }) =>
      group(
        'Error',
        textOf('Description', message),
        textOf('ValidationCode', code),
        textOf('OriginalAttributeValue', value),
        ...pointersTo(pointer),
      ),
    );
}

function statuses({ kind }: ConsignmentResponse): (XmlElement | null)[] {
  return kind === 'amended' ? [group('Status', textOf('NameCode', AMENDMENT_ACCEPTED))] : [];
}

function declarations(response: ConsignmentResponse, facts: DocumentFacts): (XmlElement | null)[] {
  const { kind, toldAt, version } = response;
  const charges = kind === 'tax' ? chargesOf(response, facts) : null;
  const own = group(
    'Declaration',
    kind === 'accepted' ? instantOf('AcceptanceDateTime', toldAt) : null,
    kind === 'withdrawn' ? instantOf('CancellationDateTime', toldAt) : null,
    textOf('FunctionalReferenceID', facts.reference),
    textOf('ID', facts.mrn),
    kind === 'rejected' ? instantOf('RejectionDateTime', toldAt) : null,
    kind === 'rejected' ? null : textOf('VersionID', version),
    charges ? totalCharge(charges.totalMinor, charges) : null,
    charges ? group('GoodsShipment', ...chargedItems(charges)) : null,
  );
  if (kind !== 'correction') return [own];
  const corrected = correctedItems(facts.corrections, facts.currencies);
  return [own, group('Declaration', textOf('FunctionCode', '9'), group('GoodsShipment', ...corrected))];
}

/** The charges a response tells: by the declared values, or by the corrected ones once customs corrected them. */
function chargesOf({ version, source }: ConsignmentResponse, facts: DocumentFacts): VersionCharges | null {
  const declared = facts.charges.get(version) ?? null;
  const isCorrected = source.of === 'event' && source.event.kind === 'released';
  if (!isCorrected || !declared) return declared;
  if (facts.correctedCharges?.version === version) return facts.correctedCharges.charges;
  // A later version took the place of the corrected one: of that only the sum is known.
  const { totalMinor } = declared;
  const { extraChargesMinor: extra } = facts;
  return { ...declared, totalMinor: totalMinor === null || extra === null ? null : totalMinor + extra, lines: [] };
}
