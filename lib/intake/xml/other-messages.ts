import type { QualifiedName } from './xml-format';

/** What a message is that is not read, for the refusal to say so; `other`: nothing more is known of it. */
export type OtherMessage = 'entrySummary' | 'answer' | 'change' | 'unnamed' | 'other';

/** Entry summary declarations, their amendments and answers: ICS (Regulation (EC) 1875/2006, IE313 to IE351) and ICS2 (IE3F10 to IE3Q05). */
const ENTRY_SUMMARY = /^(?:CC3[0-5]\d[A-Z]?|IE3[A-Z]\d\d)$/;
/** Amendment and invalidation of an import declaration of the Union Customs Code. */
const CHANGE = /^CC41[34][A-Z]?$/;
/** Answers: of the WCO Data Model in any national cut, and those of gateways. */
const ANSWER_NAMESPACE = /^urn:wco:datamodel:WCO:(?:RES\b|[A-Za-z.]*Response\b)/;
const ANSWER_NAMES = new Set(['Response', 'SuccessResponse', 'ErrorResponse']);

/** What an element that no format begins with is known to begin. */
export function otherMessage({ name, namespace }: QualifiedName): OtherMessage {
  if (ENTRY_SUMMARY.test(name)) return 'entrySummary';
  if (CHANGE.test(name)) return 'change';
  if (ANSWER_NAMES.has(name) || ANSWER_NAMESPACE.test(namespace)) return 'answer';
  return name === 'MetaData' && namespace === '' ? 'unnamed' : 'other';
}
