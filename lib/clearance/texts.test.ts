import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DECISION_KINDS } from '@/lib/consignment/codes';
import texts from '@/lib/messages/en/clearance.json';
import { EVENT_KINDS } from './events';
import { DECISION_GROUNDS } from './grounds';
import { QUESTION_CODES } from './questions';
import { QUEUE_TABS } from './queue-filter';
import {
  AGENCY_REVEAL_REASONS,
  EXAMINATION_KINDS,
  HOLD_GROUNDS,
  HOLD_VERDICTS,
  REFERRAL_TYPES,
  REVEAL_REASONS,
  SKIP_REASONS,
  SNOOZE_EVENTS,
  SNOOZE_REASONS,
} from './reasons';
import { REFERRAL_STATES } from './referral-state';
import { CORRECTION_FIELDS, RESULT_CODES } from './results';
import { STATUSES } from './transitions';

const LISTS = {
  status: STATUSES,
  skipReason: SKIP_REASONS,
  snoozeEvent: SNOOZE_EVENTS,
  snoozeReason: SNOOZE_REASONS,
  tab: QUEUE_TABS,
  holdGround: HOLD_GROUNDS,
  decisionKind: DECISION_KINDS,
  ground: DECISION_GROUNDS,
  referralType: REFERRAL_TYPES,
  referralState: REFERRAL_STATES,
  questionTitle: QUESTION_CODES,
  questionText: QUESTION_CODES,
  examinationKind: EXAMINATION_KINDS,
  result: RESULT_CODES,
  correctionField: CORRECTION_FIELDS,
  holdVerdict: HOLD_VERDICTS,
  revealReason: [...new Set([...REVEAL_REASONS, ...AGENCY_REVEAL_REASONS])],
  event: EVENT_KINDS,
} as const satisfies Partial<Record<keyof typeof texts, readonly string[]>>;

describe('The catalogue', () => {
  it('has a text for every code of every closed list, and none beside', () => {
    for (const [list, codes] of Object.entries(LISTS)) {
      expect(Object.keys(texts[list as keyof typeof LISTS]).sort(), list).toEqual([...codes].sort());
    }
  });

  it('has a text for every refusal a decision or command of clearance can give', () => {
    const sources = ['lib/clearance', 'db/commands/clearance', 'db/commands/agency'].flatMap((folder) =>
      readdirSync(folder)
        .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
        .map((file) => readFileSync(`${folder}/${file}`, 'utf8')),
    );
    const codes = sources
      .flatMap((source) => [...source.matchAll(/(?:code: |refuse\()'([a-z]+\.[a-z_]+)'/g)])
      .map((match) => match[1] ?? '');
    const refusals: Record<string, Record<string, string>> = texts.refusal;
    expect(codes.length).toBeGreaterThan(25);
    for (const code of codes) {
      const [group = '', name = ''] = code.split('.');
      expect(refusals[group]?.[name], code).toBeTruthy();
    }
  });
});
