import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const DEMO_FILE = z.object({
  url: z.string(),
  accounts: z.array(
    z.object({ role: z.string(), email: z.string(), password: z.string(), office: z.string().nullable() }),
  ),
  partners: z.array(z.object({ name: z.string(), key: z.string() })),
});

/** What scripts and people who try the product need to sign in and to send. */
export type DemoFile = z.infer<typeof DEMO_FILE>;

/** The demo's accounts and keys as kept in the data folder; null when there is no demo or the file is damaged. */
export function readDemoFile(dataDir: string): DemoFile | null {
  const path = join(dataDir, 'demo.json');
  if (!existsSync(path)) return null;
  try {
    return DEMO_FILE.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}

/** Writes the file whole or not at all, readable by its owner only. */
export function writeDemoFile(dataDir: string, content: DemoFile): void {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, 'demo.json');
  writeFileSync(`${path}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}
