import { describe, expect, it } from 'vitest';
import { browserHasItsMessages } from './client-messages';

const PAGE = "import { Form } from './form';\nexport default () => <Form />;\n";
const FORM = "'use client';\nexport const Form = () => useTranslations('queue.form');\n";
const sends = (list: string) => `export default () => <ClientMessages of={[${list}]}>{children}</ClientMessages>;\n`;
const tree = (files: Readonly<Record<string, string>>) => new Map(Object.entries(files));

describe('browserHasItsMessages', () => {
  it('asks for what a component of the browser reads, and is content when a layout above sends it', () => {
    const files = { 'app/queue/page.tsx': PAGE, 'app/queue/form.tsx': FORM };
    expect(browserHasItsMessages(tree(files))).toEqual([
      'app/queue/page.tsx reads queue.form in the browser, and no layout above it sends it',
    ]);
    expect(browserHasItsMessages(tree({ ...files, 'app/layout.tsx': sends("'queue'") }))).toEqual([]);
    expect(browserHasItsMessages(tree({ ...files, 'app/audit/layout.tsx': sends("'queue'") }))).toHaveLength(2);
  });

  it('asks for nothing that is read on the server only', () => {
    const files = { 'app/queue/page.tsx': PAGE, 'app/queue/form.tsx': FORM.replace("'use client';", '') };
    expect(browserHasItsMessages(tree(files))).toEqual([]);
  });

  it('names what is sent for nothing', () => {
    expect(browserHasItsMessages(tree({ 'app/queue/layout.tsx': sends("'audit'") }))).toEqual([
      'app/queue/layout.tsx sends audit, which nothing below it reads',
    ]);
  });

  it('follows what is loaded later, and refuses a part that cannot be known', () => {
    const later = { 'app/queue/page.tsx': "const Form = lazy(() => import('./form'));\n", 'app/queue/form.tsx': FORM };
    expect(browserHasItsMessages(tree(later))).toHaveLength(1);
    const unknown = { 'app/queue/page.tsx': "'use client';\nconst t = useTranslations(name);\n" };
    expect(browserHasItsMessages(tree({ ...unknown, 'app/layout.tsx': sends("'queue'") }))).toContain(
      'app/queue/page.tsx reads * in the browser, and no layout above it sends it',
    );
  });
});
