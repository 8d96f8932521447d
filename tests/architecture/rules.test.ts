import { describe, expect, it } from 'vitest';
import { RULES } from './rules';
import { readSourceTree } from './source-tree';

const tree = readSourceTree();

describe('the tree keeps its rules', () => {
  for (const [name, rule] of Object.entries(RULES)) {
    it(name, () => {
      expect(rule(tree)).toEqual([]);
    });
  }
});

const broken: Readonly<Record<keyof typeof RULES, readonly [string, string]>> = {
  libIsPure: ['lib/risk/score.ts', 'export const now = () => Date.now();\n'],
  domainsStandApart: ['lib/risk/score.ts', "import { dutyOf } from '@/lib/revenue/duty';\n"],
  layersFlowOneWay: ['components/ui/button.tsx', "import { listQueue } from '@/db/queries/clearance/list-queue';\n"],
  browserKeepsOffDatabase: ['app/queue.tsx', "'use client';\nimport { db } from '@/db/connection';\n"],
  browserHasItsMessages: ['app/queue/page.tsx', "'use client';\nconst t = useTranslations('queue.empty');\n"],
  hooksRunInBrowser: ['components/x.tsx', "import { useId, useState } from 'react';\n"],
  pagesHaveTitles: ['app/(desk)/queue/page.tsx', 'export default function QueuePage() {\n  return null;\n}\n'],
  nothingHasATitle: ['app/not-found.tsx', 'export default function NotFound() {\n  return null;\n}\n'],
  filesAreShort: ['app/long.tsx', '\n'.repeat(251)],
  noDrawers: ['lib/utils/format.ts', 'export {};\n'],
  sqlCanBeDistributed: ['db/jobs/x.ts', 'const due = sql`select id from due for update skip locked`;\n'],
  moneyIsExact: ['lib/charges/x.ts', 'export const duty = (value: bigint) => Number(value);\n'],
  authorityFirst: [
    'db/commands/x.ts',
    "import 'server-only';\nexport async function release(actor: Actor) {\n  const row = await read();\n  return row;\n}\n",
  ],
};

it('two pages of one title are noticed', () => {
  const page = 'export async function generateMetadata(): Promise<Metadata> {\n  return { title };\n}\n';
  const alike = new Map(['queue', 'audit'].map((name) => [`app/(desk)/${name}/page.tsx`, page]));
  expect(RULES.pagesHaveTitles?.(alike)).toEqual([
    'app/(desk)/audit/page.tsx has the title of app/(desk)/queue/page.tsx',
  ]);
});

it('a page of one thing or with tabs that does not name it is noticed', () => {
  const page = 'export async function generateMetadata(): Promise<Metadata> {\n  return { title };\n}\n';
  const shown = (path: string, text: string) => RULES.pagesHaveTitles?.(new Map([[path, text]]));
  expect(shown('app/(desk)/users/[id]/page.tsx', page)).toHaveLength(1);
  expect(shown('app/(desk)/queue/page.tsx', `${page}<TabLinks label tabs />`)).toHaveLength(1);
  const named = page.replace('()', '({ params, searchParams }: Props)');
  expect(shown('app/(desk)/queue/[id]/page.tsx', `${named}<TabLinks label tabs />`)).toEqual([]);
});

describe('a broken rule is noticed', () => {
  for (const [name, rule] of Object.entries(RULES)) {
    it(name, () => {
      const sample = broken[name];
      expect(sample).toBeDefined();
      expect(rule(new Map(sample ? [sample] : []))).toHaveLength(1);
    });
  }
});
