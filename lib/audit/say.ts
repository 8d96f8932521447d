import { parseDay, parseInstant } from '@/lib/kernel/dates';
import { isUuid } from '@/lib/kernel/ids';
import { FACTS } from './facts';

/** What words are taken from and how figures are written: the catalogue as next-intl gives it, and the reader's ways of writing. */
export type Speech = {
  readonly has: (path: string) => boolean;
  readonly raw: (path: string) => unknown;
  readonly instant: (at: Date) => string;
  readonly day: (day: string) => string;
  /** An amount in minor units of the administration's currency. */
  readonly money: (minor: bigint) => string;
};

/** A code in words, or what is no code as it stands. */
export type Said = { readonly text: string; readonly isWord: boolean };

const asStored = (text: string): Said => ({ text, isWord: false });

/** The text of the first part of the catalogue that has the code. One that takes figures cannot be said: a row does not keep them. */
function wordOf(speech: Speech, parts: readonly string[], code: string): string | null {
  // A code that is no name of the catalogue (a dot at an end, two in a row) would be looked up as a path that cannot be.
  if (!/^[\w-]+(\.[\w-]+)*$/.test(code)) return null;
  for (const path of parts.map((part) => `${part}.${code}`)) {
    const text: unknown = speech.has(path) ? speech.raw(path) : null;
    if (typeof text === 'string' && !text.includes('{')) return text;
  }
  return null;
}

function said(speech: Speech, parts: readonly string[], code: string): Said {
  const word = wordOf(speech, parts, code);
  return word === null ? asStored(code) : { text: word, isWord: true };
}

/** Some rows hold several codes in one text with blanks between. */
function saidEach(speech: Speech, parts: readonly string[], codes: string): Said {
  const each = codes.split(' ').map((code) => said(speech, parts, code));
  return { text: each.map(({ text }) => text).join(', '), isWord: each.every(({ isWord }) => isWord) };
}

/** A correction as `correctionText` wrote it. */
function sayCorrection(speech: Speech, value: string): Said {
  const [, item, field = '', values] = /^(\d+) (\w+): (.*)$/s.exec(value) ?? [];
  const word = wordOf(speech, ['clearance.correctionField'], field);
  if (word === null) return asStored(value);
  return { text: `${sayKey(speech, 'item').text} ${item}, ${word}: ${values}`, isWord: true };
}

/** What a fact is called. */
export const sayKey = (speech: Speech, key: string): Said => said(speech, ['audit.detail'], key);

/** That a fact holds no value. */
export const sayNone = (speech: Speech): string => said(speech, ['audit'], 'none').text;

/** One value of a fact. */
export function sayValue(speech: Speech, key: string, value: string): Said {
  const reading = FACTS[key] ?? 'plain';
  if (typeof reading === 'object') return saidEach(speech, reading.words, value);
  if (reading === 'yesNo') return said(speech, ['audit.yesNo'], value);
  if (reading === 'money' && /^-?\d+$/.test(value)) return asStored(speech.money(BigInt(value)));
  if (reading === 'correction') return sayCorrection(speech, value);
  if (reading === 'day' || reading === 'dayOrControl') {
    const day = parseDay(value);
    if (day !== null) return asStored(speech.day(day));
    return reading === 'day' ? asStored(value) : said(speech, ['clearance.controlType'], value);
  }
  if (reading === 'instant') {
    const at = parseInstant(value);
    return asStored(at === null ? value : speech.instant(at));
  }
  return asStored(value);
}

export const sayRole = (speech: Speech, role: string): Said => said(speech, ['identity.role'], role);
export const sayAction = (speech: Speech, action: string): Said => said(speech, ['audit.action'], action);
export const saySubjectType = (speech: Speech, type: string): Said => said(speech, ['audit.subject'], type);

/** Subjects that are no thing with an id of its own: what may be done, a trial of conditions, a set of figures, somebody unknown. */
export function saySubject(
  speech: Speech,
  { subjectType, subjectId }: { subjectType: string; subjectId: string },
): Said {
  if (subjectType === 'permission') return said(speech, ['audit.action', 'audit.permission'], subjectId);
  if (subjectType === 'statistics') return said(speech, ['audit.dataset'], subjectId);
  if (subjectType === 'profile' && !isUuid(subjectId)) {
    const [kind = '', digest = ''] = subjectId.split(' ');
    const word = said(speech, ['audit.profileSubject'], kind);
    return word.isWord ? { text: `${word.text} ${digest}`.trim(), isWord: true } : asStored(subjectId);
  }
  return said(speech, ['audit.nobody'], subjectId);
}

/** A reason as it was written; that of a look at personal data, or of an erasure, is chosen from a list, with or without a note. */
export function sayReason(speech: Speech, { action, reason }: { action: string; reason: string }): Said {
  const isReveal = action === 'consignment.reveal' || action === 'consignment.reveal_attachment';
  const isErasure = action === 'consignment.erase_attachment';
  const [, code = '', note = ''] = ((isReveal || isErasure) && /^(\w+)(?:: (.*))?$/s.exec(reason)) || [];
  const word = wordOf(speech, [isErasure ? 'attachments.eraseReason' : 'clearance.revealReason'], code);
  if (word === null) return asStored(reason);
  return { text: note ? `${word}: ${note}` : word, isWord: note === '' };
}
