import type { z } from 'zod';
import { addDays, dayOf, daysBetween } from '@/lib/kernel/dates';
import { excerpt, type Problem } from '@/lib/kernel/problem';
import { isAsStrict } from './handling';
import {
  ENVELOPE,
  PACKAGE_CONTENT,
  PACKAGE_FORMAT,
  PACKAGE_LIMITS,
  PACKAGE_VERSION,
  type PackageContent,
} from './package';
import type { PackageProblem } from './problems';
import { isSignedBy } from './sign';
import { readStrictJson } from './strict-json';

/** Who may sign: an administration whose key was entered and approved. */
export type Signer = { readonly code: string; readonly publicPem: string; readonly isInForce: boolean };
export type Expected = {
  /** Our own code: a package for somebody else is none for us. */
  readonly ownCode: string;
  /** Who signs with a key, by its fingerprint; null for nobody we know. */
  readonly signerOf: (fingerprint: string) => Signer | null;
  readonly at: Date;
};
export type ReadPackage =
  | { readonly isRight: true; readonly content: PackageContent; readonly key: string }
  | { readonly isRight: false; readonly problems: readonly Problem[] };

/** Clocks of two administrations may differ by so much. */
const CLOCKS_APART_MS = 15 * 60_000;

const problem = (code: PackageProblem, pointer: string, value?: unknown): Problem => ({
  code,
  severity: 'error',
  pointer,
  ...(value === undefined ? {} : { value: excerpt(typeof value === 'string' ? value : (JSON.stringify(value) ?? '')) }),
});
const refused = (...problems: readonly Problem[]): ReadPackage => ({ isRight: false, problems });

/**
 * Reads the file of a package, or says what is wrong with it by place, rule and value. Nothing of its content is looked at before the
 * signature of a known administration over it is found right.
 */
export function readPackage(bytes: Uint8Array, { ownCode, signerOf, at }: Expected): ReadPackage {
  if (bytes.length === 0) return refused(problem('file_empty', ''));
  if (bytes.length > PACKAGE_LIMITS.bytes) return refused(problem('file_too_large', '', String(bytes.length)));
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refused(problem('file_encoding', ''));
  }
  const json = readStrictJson(text);
  if ('flaw' in json) {
    const { code, at: place, value } = json.flaw;
    return refused({ ...problem(code, '', value), line: text.slice(0, place).split('\n').length });
  }
  const version = versionProblem(json.value);
  if (version) return refused(version);
  const envelope = ENVELOPE.safeParse(json.value);
  if (!envelope.success) return refused(...issuesOf(envelope.error, json.value));
  const { content: given, signature } = envelope.data;
  const signer = signerOf(signature.key);
  if (!signer) return refused(problem('signer_unknown', 'signature.key', signature.key));
  if (!isSignedBy(given, signature.value, signer.publicPem))
    return refused(problem('signature_wrong', 'signature.value', signature.value));
  if (!signer.isInForce) return refused(problem('signer_ended', 'signature.key', signature.key));
  const content = PACKAGE_CONTENT.safeParse(given);
  if (!content.success) return refused(...issuesOf(content.error, given, 'content'));
  const wrong = rulesBroken(content.data, { ownCode, signer, at });
  return wrong.length > 0 ? refused(...wrong) : { isRight: true, content: content.data, key: signature.key };
}

/** Format and version are told first: a file of a later version breaks many other rules of this one. */
function versionProblem(value: unknown): Problem | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return problem('shape', '', value);
  const { format, version } = value as Record<string, unknown>;
  if (format !== PACKAGE_FORMAT) return problem('format_unknown', 'format', format ?? null);
  return version === PACKAGE_VERSION ? null : problem('version_unknown', 'version', version ?? null);
}

const NAMED_MOST = 20;
const OWN_CODES: ReadonlySet<string> = new Set([
  'text_controls',
  'text_blanks',
  'day',
  'instant',
  'administration_code',
]);

function issuesOf(error: z.ZodError, given: unknown, below = ''): Problem[] {
  return error.issues.slice(0, NAMED_MOST).map((issue) => {
    const pointer = [...(below ? [below] : []), ...issue.path.map(String)].join('.');
    if (issue.code === 'unrecognized_keys') return problem('key_unknown', pointer, issue.keys.join(', '));
    const value = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | null)?.[key], given);
    if (value === undefined) return problem('missing', pointer);
    if (issue.code === 'too_big' || issue.code === 'too_small') return problem('size', pointer, value);
    const code = OWN_CODES.has(issue.message) ? (issue.message as PackageProblem) : 'value';
    return problem(issue.code === 'invalid_type' ? 'shape' : code, pointer, value);
  });
}

/** What no shape tells: who it is from and for, when it holds, and that its parts do not contradict each other. */
function rulesBroken(
  content: PackageContent,
  { ownCode, signer, at }: { ownCode: string; signer: Signer; at: Date },
): Problem[] {
  const wrong: Problem[] = [];
  const note = (is: boolean, code: PackageProblem, pointer: string, value?: unknown) => {
    if (is) wrong.push(problem(code, `content.${pointer}`, value));
  };
  const { from, to, issuedAt, expiresOn } = content;
  const issuedOn = dayOf(new Date(issuedAt));
  note(from.code !== signer.code, 'not_from_signer', 'from.code', from.code);
  note(to.code !== ownCode, 'not_for_us', 'to.code', to.code);
  note(Date.parse(issuedAt) > at.getTime() + CLOCKS_APART_MS, 'issued_later', 'issuedAt', issuedAt);
  note(expiresOn < dayOf(at), 'expired', 'expiresOn', expiresOn);
  note(expiresOn < issuedOn, 'expires_before', 'expiresOn', expiresOn);
  note(daysBetween(issuedOn, expiresOn) > PACKAGE_LIMITS.days, 'expires_late', 'expiresOn', expiresOn);
  note(new Set(content.caveats).size < content.caveats.length, 'repeated', 'caveats', content.caveats);
  if (content.kind !== 'intelligence') {
    note(content.toOn < content.fromOn, 'period', 'toOn', content.toOn);
    note(daysBetween(content.fromOn, content.toOn) > PACKAGE_LIMITS.days, 'period', 'toOn', content.toOn);
  }
  const numbered =
    content.kind === 'intelligence'
      ? content.items
      : content.kind === 'match_request'
        ? content.identifiers
        : content.matches;
  const part = { intelligence: 'items', match_request: 'identifiers', match_answer: 'matches' }[content.kind];
  const seen = new Set<number>();
  numbered.forEach(({ number }, index) => {
    note(seen.has(number), 'repeated', `${part}.${index}.number`, number);
    seen.add(number);
  });
  if (content.kind !== 'intelligence') return wrong;
  content.items.forEach((item, index) => {
    const place = `items.${index}`;
    note(!isAsStrict(content.handling, item.handling), 'handling_stricter', `${place}.handling`, item.handling);
    note(item.expiresOn > expiresOn, 'item_expires_late', `${place}.expiresOn`, item.expiresOn);
    note(item.expiresOn < dayOf(at), 'expired', `${place}.expiresOn`, item.expiresOn);
    const last = item.provenance.at(-1);
    note(last?.administration !== from.code, 'provenance_end', `${place}.provenance`, last?.administration);
    item.provenance.forEach(({ act, on }, step) => {
      note((act === 'originated') !== (step === 0), 'provenance_act', `${place}.provenance.${step}.act`, act);
      const before = item.provenance[step - 1];
      note(before !== undefined && on < before.on, 'provenance_order', `${place}.provenance.${step}.on`, on);
      note(on > addDays(issuedOn, 1), 'provenance_order', `${place}.provenance.${step}.on`, on);
    });
  });
  return wrong;
}
