import { describe, expect, it } from 'vitest';
import { APPEAL_OUTCOMES } from '@/lib/appeals/appeal';
import { SCREENED_PARTIES } from '@/lib/assessment/facts';
import { ATTACHMENT_KINDS } from '@/lib/attachments/kinds';
import { AUDIT_ACTIONS } from '@/lib/audit/actions';
import { FACTS } from '@/lib/audit/facts';
import { sayAction, sayKey, sayReason, sayRole, saySubject, saySubjectType, sayValue } from '@/lib/audit/say';
import { AUDIT_SUBJECTS } from '@/lib/audit/subjects';
import { DECISION_GROUNDS } from '@/lib/clearance/grounds';
import { CLAIMS_GO, HAND_OVER_SCOPES } from '@/lib/clearance/hand-over';
import { AUDIT_ENDS } from '@/lib/clearance/post-audit';
import {
  EXAMINATION_KINDS,
  HOLD_GROUNDS,
  HOLD_VERDICTS,
  REFERRAL_TYPES,
  REVEAL_REASONS,
  SKIP_REASONS,
  SNOOZE_EVENTS,
  SNOOZE_REASONS,
} from '@/lib/clearance/reasons';
import { RESULT_CODES } from '@/lib/clearance/results';
import { LOOK_ANSWERS, LOOK_REASONS } from '@/lib/clearance/second-look';
import { STATUSES } from '@/lib/clearance/transitions';
import { UNUSUAL } from '@/lib/clearance/unusual-release';
import { WAITS_FOR } from '@/lib/collection/demands';
import {
  CHANNELS,
  COLLECTION_MODELS,
  DECISION_KINDS,
  LANES,
  RELEASE_CATEGORIES,
  SELECTION_REASONS,
  TRANSACTION_TYPES,
} from '@/lib/consignment/codes';
import { RECORD_COLUMNS } from '@/lib/consignment/column-guide';
import { PARTNER_KINDS } from '@/lib/identity/partner-kinds';
import { PERMISSIONS } from '@/lib/identity/permissions';
import { ROLES } from '@/lib/identity/roles';
import { PROBLEM_CODES } from '@/lib/intake/problem-codes';
import { INTAKE_FORMATS } from '@/lib/intake/staged-row';
import { HANDLINGS } from '@/lib/cooperation/handling';
import { PACKAGE_KINDS } from '@/lib/cooperation/package';
import { PACKAGE_PROBLEMS } from '@/lib/cooperation/problems';
import { CASE_SOURCES, COURSE_KINDS, TRAINEE_ACTS } from '@/lib/learning/course';
import { MEMORANDUM_SUBJECTS } from '@/lib/partnership/memorandum';
import { ACTION_STATES, RESOLUTION_PLACES } from '@/lib/partnership/resolution';
import { TRUST_LEVELS } from '@/lib/partnership/trust';
import { CHANGED_KINDS, INSTRUMENT_KINDS } from '@/lib/policy/change';
import { SECOND_OFFICER } from '@/lib/policy/facts/second-officer';
import { ERASED_KINDS, HELD_SUBJECTS, IDENTIFIERS, STATEMENT_KINDS, UNUSUAL_BROWSING } from '@/lib/privacy/codes';
import { FIELD_NAMES } from '@/lib/profile/fields';
import { PROFILE_STATES } from '@/lib/profile/life-cycle';
import { REFERENCE_KINDS } from '@/lib/reference/kinds';
import { OBJECTIVES } from '@/lib/risk/model/objective';
import { CUBES } from '@/lib/statistics/cubes';
import { PIVOT_FORMATS } from '@/lib/statistics/pivot-formats';
import { EXPLORED_FIGURES } from '@/lib/statistics/explored-figures';
import { EXAMINATIONS, FILTER_NAMES, GOODS_OUTCOMES, HOURS, RANKS } from '@/lib/statistics/filter';
import { FIGURES } from '@/lib/statistics/measures';
import { COMPARISONS, GRAINS, PERIOD_PRESETS } from '@/lib/statistics/period';
import { AXES, DRAWINGS, SORT_KEYS, TELLINGS } from '@/lib/statistics/question';
import { TOLD_KINDS } from '@/lib/webhooks/told-kinds';
import { anEnglishSpeech, englishCatalogue } from '../support/a-speech';
import { readSourceTree } from './source-tree';

const speech = anEnglishSpeech();

/** Every code of a part of the catalogue, with its text. */
function textsUnder(path: string): [code: string, text: string][] {
  const walk = (tree: unknown, code: string): [string, string][] =>
    typeof tree === 'string'
      ? [[code, tree]]
      : Object.entries(tree as object).flatMap(([name, below]) => walk(below, code ? `${code}.${name}` : name));
  const part = path.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], englishCatalogue());
  return walk(part, '');
}

/** Parts of the catalogue that say why something was refused. */
const REFUSALS = ['forms.reasons', 'identity.refusal', 'clearance.refusal', 'reference.refusal'];
/** Said of codes that no part knows, with the code: no reason of its own. */
const REFUSAL_CODES = REFUSALS.flatMap((part) => textsUnder(part).map(([code]) => code)).filter(
  (code) => code !== 'unknown',
);

/** Every code that a fact told in words may hold. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  courseKind: COURSE_KINDS,
  caseSource: CASE_SOURCES,
  courseAct: TRAINEE_ACTS,
  claimsGo: CLAIMS_GO,
  heldSubject: HELD_SUBJECTS,
  erasedKind: ERASED_KINDS,
  statementKind: STATEMENT_KINDS,
  lookedForBy: IDENTIFIERS,
  unusualLooks: UNUSUAL_BROWSING,
  handedOver: HAND_OVER_SCOPES,
  verdict: HOLD_VERDICTS,
  acknowledged: UNUSUAL,
  endedAs: AUDIT_ENDS,
  action: AUDIT_ACTIONS,
  appealOutcome: APPEAL_OUTCOMES,
  answer: LOOK_ANSWERS,
  attempt: Object.keys(PERMISSIONS),
  because: ['worthier', 'slots', 'freed', 'ordered'],
  by: FILTER_NAMES,
  channel: CHANNELS,
  chapter: ['-'],
  heading: ['-'],
  dispatch: ['-'],
  collection: COLLECTION_MODELS,
  transaction: TRANSACTION_TYPES,
  category: RELEASE_CATEGORIES.map(String),
  hour: HOURS,
  figures: EXPLORED_FIGURES,
  rows: AXES,
  columns: AXES,
  telling: TELLINGS,
  drawing: DRAWINGS,
  sort: SORT_KEYS,
  sorted: EXPLORED_FIGURES,
  order: ['ascending', 'descending'],
  codes: [...PROBLEM_CODES, 'submission.incomplete'],
  compare: COMPARISONS,
  defaultChannel: CHANNELS,
  disagreeingCubes: Object.keys(CUBES),
  examination: EXAMINATIONS,
  examinationOutcome: EXAMINATIONS,
  fields: [...FIELD_NAMES, 'sender', 'recipient', 'seller_name'],
  fixed: RECORD_COLUMNS,
  format: [...new Set<string>([...INTAKE_FORMATS, ...PIVOT_FORMATS])],
  grain: GRAINS,
  ground: [...HOLD_GROUNDS, ...DECISION_GROUNDS, ...SKIP_REASONS, ...SNOOZE_REASONS],
  instrumentKind: INSTRUMENT_KINDS,
  kind: [
    'gbdt',
    'scorecard',
    ...DECISION_KINDS,
    ...EXAMINATION_KINDS,
    ...PARTNER_KINDS,
    ...REFERENCE_KINDS,
    ...ATTACHMENT_KINDS,
  ],
  kinds: TOLD_KINDS,
  lane: LANES,
  lookReason: Object.values(LOOK_REASONS).flatMap(({ codes }): readonly string[] => codes),
  mapped: RECORD_COLUMNS,
  marketplace: ['-'],
  measure: FIGURES,
  objective: OBJECTIVES,
  origin: ['-'],
  outcome: GOODS_OUTCOMES,
  planState: ACTION_STATES,
  resolutionPlace: RESOLUTION_PLACES,
  handling: HANDLINGS,
  packageKind: PACKAGE_KINDS,
  brokenRules: PACKAGE_PROBLEMS,
  shared: MEMORANDUM_SUBJECTS,
  trustLevel: TRUST_LEVELS,
  parameterKind: CHANGED_KINDS,
  party: SCREENED_PARTIES,
  period: PERIOD_PRESETS,
  rank: RANKS,
  reason: [...SELECTION_REASONS, 'no_email', 'email_not_verified', 'disabled', 'no_account'],
  reasons: REFUSAL_CODES,
  resultCode: RESULT_CODES,
  role: ROLES,
  secondRule: [...SECOND_OFFICER.map(({ key }) => key), 'reversal'],
  scope: ['day', 'weekday', 'every'],
  state: [...PROFILE_STATES, 'candidate', 'shadow', 'active', 'retired'],
  status: [...STATUSES, 'finished', 'refused', 'under_control'],
  subject: AUDIT_SUBJECTS,
  type: REFERRAL_TYPES,
  via: ['password', 'oidc'],
  waitedFor: WAITS_FOR,
  waitsFor: SNOOZE_EVENTS,
  wordsIn: ['questions', 'timeline'],
};

describe('no code of the audit log is without words', () => {
  it('of who, what and on what', () => {
    const missing = [
      ...[...ROLES, 'system', 'sandbox'].filter((role) => !sayRole(speech, role).isWord),
      ...AUDIT_ACTIONS.filter((action) => !sayAction(speech, action).isWord),
      ...AUDIT_SUBJECTS.filter((type) => !saySubjectType(speech, type).isWord),
      ...Object.keys(PERMISSIONS).filter(
        (id) => !saySubject(speech, { subjectType: 'permission', subjectId: id }).isWord,
      ),
      ...['series', 'breakdown', 'items', 'effectiveness', 'yields', 'overlaps', 'sample', 'pivot'].filter(
        (id) => !saySubject(speech, { subjectType: 'statistics', subjectId: id }).isWord,
      ),
      ...REVEAL_REASONS.filter((reason) => !sayReason(speech, { action: 'consignment.reveal', reason }).isWord),
    ];
    expect(missing).toEqual([]);
  });

  it('of a fact, whose reading is stated for each that has a word and for no other', () => {
    const named = textsUnder('audit.detail').map(([key]) => key);
    expect(Object.keys(FACTS).sort()).toEqual(named.sort());
    expect(named.filter((key) => !sayKey(speech, key).isWord)).toEqual([]);
  });

  it('of the values of a fact', () => {
    const told = Object.keys(FACTS).filter((key) => typeof FACTS[key] === 'object');
    expect(Object.keys(CODES).sort()).toEqual(told.sort());
    const missing = Object.entries(CODES).flatMap(([key, codes]) =>
      codes.filter((code) => !sayValue(speech, key, code).isWord).map((code) => `${key} ${code}`),
    );
    expect(missing).toEqual([]);
  });

  it('of what a command may refuse', () => {
    const thrown = [...readSourceTree()]
      .filter(([path]) => /^(db\/(commands|queries)|lib\/clearance|app)\//.test(path) && !path.includes('.test.'))
      .flatMap(([, text]) => [...text.matchAll(/throw refuse\(\s*'([a-z_.]+)'/g)].map(([, code = '']) => code));
    expect(thrown.length).toBeGreaterThan(40);
    expect([...new Set(thrown)].filter((code) => !sayValue(speech, 'reasons', code).isWord)).toEqual([]);
  });
});

it('instants, days, amounts and what is so or not are written as on every page', () => {
  expect(sayValue(speech, 'dueAt', '2026-11-26T12:00:00.000Z').text).toBe('26 Nov 2026, 12:00 UTC');
  expect(sayValue(speech, 'expiresOn', '2026-12-31').text).toBe('31 Dec 2026');
  expect(sayValue(speech, 'extraChargesMinor', '123456').text).toBe('1,234.56 EUR');
  expect(sayValue(speech, 'extraChargesOpen', 'true').text).toBe('Yes');
  expect(sayValue(speech, 'from', '2026-12-31').text).toBe('31 Dec 2026');
  expect(sayValue(speech, 'from', 'physical').text).toBe('physical examination');
  expect(sayValue(speech, 'corrected', '1 value: 73.15 → 110.00').text).toBe('Goods item 1, Value: 73.15 → 110.00');
  expect(sayValue(speech, 'kinds', 'released seized').text).toBe('Released, Seized');
});

it('one word stands for one fact', () => {
  const SAME = ['actor actorId', 'partner partnerId', 'channel defaultChannel'];
  const byWord = new Map<string, string[]>();
  for (const [key, text] of textsUnder('audit.detail'))
    byWord.set(text.toLowerCase(), [...(byWord.get(text.toLowerCase()) ?? []), key].sort());
  const twice = [...byWord.values()].filter((keys) => keys.length > 1).map((keys) => keys.join(' '));
  expect(twice.filter((keys) => !SAME.includes(keys))).toEqual([]);
});
