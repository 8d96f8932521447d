import { readFileSync } from 'node:fs';

/** What an action of the application answers with. */
export type ActionAnswer = {
  readonly status: 'ok' | 'refused' | 'invalid';
  readonly data?: Readonly<Record<string, unknown>>;
  readonly reasons?: readonly { readonly code: string; readonly params?: Readonly<Record<string, unknown>> }[];
};

type Manifest = { node: Record<string, { filename: string; exportedName: string }> };

/** The id by which browsers call an exported action; the build makes it up. */
export function actionId(file: string, name: string): string {
  const { node } = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as Manifest;
  const found = Object.entries(node).find(
    ([, { filename, exportedName }]) => filename === file && exportedName === name,
  );
  if (!found) throw new Error(`The build has no action ${name} in ${file}.`);
  return found[0];
}

type Call = {
  /** The page that calls. */
  readonly path: string;
  readonly cookie: string;
  readonly id: string;
  readonly input: unknown;
  /** Breaks the call off. */
  readonly signal?: AbortSignal;
};

/** Calls an action as the page in a browser does. @throws Error on any answer that is not an action's */
export async function callAction(baseUrl: string, { path, cookie, id, input, signal }: Call): Promise<ActionAnswer> {
  const answer = await fetch(`${baseUrl}${path}`, {
    method: 'POST',
    redirect: 'manual',
    ...(signal ? { signal } : {}),
    headers: {
      cookie,
      origin: baseUrl,
      'next-action': id,
      accept: 'text/x-component',
      'content-type': 'text/plain;charset=UTF-8',
    },
    body: JSON.stringify([{ status: 'idle' }, input]),
  });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 200)}`);
  return answerIn(text);
}

/** The first row names the row of the action's value; what follows is the page rendered anew. */
function answerIn(text: string): ActionAnswer {
  const root = /^0:(\{.*\})$/m.exec(text)?.[1];
  const place = root && /"a":"\$@?([0-9a-f]+)"/.exec(root)?.[1];
  const value = place && new RegExp(`^${place}:(\\{.*\\})$`, 'm').exec(text)?.[1];
  if (!value) throw new Error(`No answer of an action: ${text.slice(0, 200)}`);
  return JSON.parse(value) as ActionAnswer;
}
