import { spawn } from 'node:child_process';

/**
 * Runs scripts of package.json side by side: one alone leaves a core idle. The first tells what it does while it does it; the others
 * are heard whole when they end. All run to their end, so that one run tells of everything; it fails if any of them does.
 */
async function runScript(name: string, isHeardAtOnce: boolean): Promise<boolean> {
  const startedAt = performance.now();
  const child = spawn('npm', ['run', '--silent', name], {
    stdio: ['ignore', isHeardAtOnce ? 'inherit' : 'pipe', isHeardAtOnce ? 'inherit' : 'pipe'],
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => said.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  process.stdout.write(Buffer.concat(said));
  console.log(`${code === 0 ? 'Passed' : 'FAILED'}: ${name}, ${seconds} s\n`);
  return code === 0;
}

const names = process.argv.slice(2);
const passed = await Promise.all(names.map((name, place) => runScript(name, place === 0)));
process.exit(passed.every((one) => one) && names.length > 0 ? 0 : 1);
