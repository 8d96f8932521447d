import { createTranslator } from 'use-intl/core';
import { COLUMN_GUIDE, STOOD_FOR_BY } from '@/lib/consignment/column-guide';
import api from '@/lib/messages/en/api.json';
import consignment from '@/lib/messages/en/consignment.json';
import forms from '@/lib/messages/en/forms.json';
import submissions from '@/lib/messages/en/submissions.json';
import type { ColumnWords } from './record-body';

const translate = createTranslator({ locale: 'en', messages: { api, forms, submissions, consignment } });

type Key = Parameters<typeof translate>[0];

/** A sentence of the document. Partners' programs and people read it in English. @throws Error where it is missing */
export function words(key: string): string {
  const full = (key.startsWith('problem.') ? `forms.api.${key.slice(8)}` : `api.${key}`) as Key;
  if (!translate.has(full)) throw new Error(`the catalogue has no ${full}`);
  return translate(full);
}

/** What a member of an answer means: by its schema and name, else by its name alone. */
export function fieldWords(schema: string, member: string): string {
  const own = `field.${schema}.${member}`;
  return translate.has(`api.${own}` as Key) ? words(own) : words(`field.any.${member}`);
}

export const columnWords: ColumnWords = (column) => {
  if (column === 'items') return words('field.any.items');
  const { form, accepted } = COLUMN_GUIDE[column];
  const fields: Readonly<Record<string, string>> = consignment.field;
  const says = translate(`submissions.guide.form.${form}` as Key, {
    accepted: accepted?.join(', ') ?? '',
  });
  const number = STOOD_FOR_BY.get(column);
  const stoodFor = number === undefined ? '' : `. ${translate('submissions.guide.alwaysUnless', { number })}.`;
  return `${fields[column] ?? column}. ${says}${stoodFor}`;
};
