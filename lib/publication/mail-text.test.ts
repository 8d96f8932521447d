import { describe, expect, it } from 'vitest';
import { composeMail } from './mail-text';

const TOLD = { administration: 'Customs of Nowhere', base: 'https://customs.example', key: 'k'.repeat(43) };

describe('composeMail', () => {
  it('asks the owner of the address to confirm, and cannot be ended by what asks', () => {
    const mail = composeMail({ ...TOLD, kind: 'confirm', release: null });
    expect(mail.text).toContain(`https://customs.example/published/mail/${TOLD.key}`);
    expect(mail.headers).toEqual({});
  });

  it('tells of a release with its tables, and how to end it in one step', () => {
    const mail = composeMail({
      ...TOLD,
      kind: 'release',
      release: { month: '2026-09', number: 2, note: 'Masses were corrected.' },
    });
    expect(mail.subject).toBe('Customs of Nowhere: statistics of September 2026, vintage 2');
    expect(mail.text).toContain('Masses were corrected.');
    expect(mail.text).toContain('https://customs.example/published/imports/2026-09/2');
    expect(mail.text).toContain('https://customs.example/published/clearance/2026-09/2');
    expect(mail.headers).toMatchObject({
      'List-Unsubscribe': `<https://customs.example/api/publication/mail/${TOLD.key}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
  });

  it('keeps a subject on one line, whatever the administration is called', () => {
    const { subject } = composeMail({
      ...TOLD,
      administration: 'A\r\nBcc: x@example.org',
      kind: 'confirm',
      release: null,
    });
    expect(subject).not.toMatch(/[\r\n]/);
  });
});
