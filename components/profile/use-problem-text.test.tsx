import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { ActionState } from '@/components/forms/action-state';
import { Outcome } from '@/components/forms/outcome';
import type { Problem } from '@/lib/kernel/problem';
import clearance from '@/lib/messages/en/clearance.json';
import forms from '@/lib/messages/en/forms.json';
import identity from '@/lib/messages/en/identity.json';
import profile from '@/lib/messages/en/profile.json';
import reference from '@/lib/messages/en/reference.json';
import ui from '@/lib/messages/en/ui.json';
import { conditionId, useProblemText } from './use-problem-text';

/** As the form of a profile shows what was not taken. */
function Form({ state }: { state: ActionState<unknown> }) {
  const problemText = useProblemText();
  const told = (problem: Problem) =>
    problem.pointer.startsWith('tree')
      ? { fieldId: conditionId(problem.pointer), message: problemText(problem) }
      : null;
  return <Outcome state={state} labels={{ title: 'Title' }} told={told} />;
}
const shown = (state: ActionState<unknown>) =>
  renderToStaticMarkup(
    <NextIntlClientProvider
      locale="en-GB"
      timeZone="UTC"
      messages={{ clearance, forms, identity, profile, reference, ui }}
    >
      <Form state={state} />
    </NextIntlClientProvider>,
  );

it('links every fault to its place: a field by its name, a condition by where it stands in its group', () => {
  const problem = (pointer: string, code: string): Problem => ({ pointer, code, severity: 'error' });
  const html = shown({
    status: 'invalid',
    fieldErrors: { title: ['required'], 'tree.rules.0.rules.1.value': ['value_required'] },
    problems: [problem('title', 'required'), problem('tree.rules.0.rules.1.value', 'value_required')],
    values: {},
  } as ActionState<unknown>);
  const links = [...html.matchAll(/<a[^>]*href="#([^"]+)"[^>]*>(.*?)<\/a>/g)].map(([, id, text]) => [id, text]);
  expect(links).toEqual([
    ['title', expect.stringMatching(/^Title: /)],
    ['tree-0-1', 'Condition 1.2: A value is missing.'],
  ]);
});
