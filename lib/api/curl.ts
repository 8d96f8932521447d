import type { Operation } from './document';

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/** A call as a line for a shell, with the key in a variable and the body in a file. */
export function curlOf(origin: string, method: string, path: string, operation: Operation): string {
  const types = Object.keys(operation.requestBody?.content ?? {});
  const asked = (operation.parameters ?? []).filter((one) => one.in === 'query' && one.required);
  const query = asked.map(({ name }) => `${name}=${name.toUpperCase()}`).join('&');
  const shown = `${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => name.toUpperCase())}${query ? `?${query}` : ''}`;
  return [
    `curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}${quoted(`${origin}${shown}`)}`,
    ...(operation.security.length > 0 ? ['-H "Authorization: Bearer $LUXOR_KEY"'] : []),
    ...bodyOf(types),
  ].join(' \\\n  ');
}

/** The part of the line that sends a body: a file, or JSON of one. */
function bodyOf(types: readonly string[]): string[] {
  const sent = (type: string, file: string) => [`-H ${quoted(`Content-Type: ${type}`)}`, `--data-binary @${file}`];
  if (types.includes('text/csv')) return sent('text/csv', 'submission.csv');
  if (types.includes('image/png')) return ["-H 'X-File-Name: picture.png'", ...sent('image/png', 'picture.png')];
  return types.includes('application/json') ? sent('application/json', 'body.json') : [];
}
