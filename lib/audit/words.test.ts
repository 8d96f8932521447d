import { expect, it } from 'vitest';
import { PERMISSIONS } from '@/lib/identity/permissions';
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

it('every attempt that may be refused has words, those of the act or of the permission', () => {
  const has = (tree: object, permission: string) => {
    const [area = '', verb = ''] = permission.split('.');
    const words: unknown = tree[area as keyof typeof tree];
    return typeof words === 'object' && words !== null && verb in words;
  };
  const missing = Object.keys(PERMISSIONS).filter((one) => !has(words.action, one) && !has(words.permission, one));
  expect(missing).toEqual([]);
});

it('every kind of subject has a word', () => {
  expect(AUDIT_SUBJECTS.filter((subject) => !Object.hasOwn(words.subject, subject))).toEqual([]);
});
