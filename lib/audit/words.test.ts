import { expect, it } from 'vitest';
import words from '@/lib/messages/en/audit.json';
import { AUDIT_ACTIONS, AUDIT_SUBJECTS } from './actions';

it('every action of the log has words that say what was done', () => {
  const tree: Readonly<Record<string, Readonly<Record<string, string>>>> = words.action;
  const missing = AUDIT_ACTIONS.filter((action) => {
    const [area = '', verb = ''] = action.split('.');
    return !tree[area]?.[verb];
  });
  expect(missing).toEqual([]);
});

it('every kind of subject has a word', () => {
  expect(AUDIT_SUBJECTS.filter((subject) => !Object.hasOwn(words.subject, subject))).toEqual([]);
});
