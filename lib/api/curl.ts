import type { Operation } from './document';

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/** A call as a line for a shell, with the key in a variable and the body in a file. */
export function curlOf(origin: string, method: string, path: string, operation: Operation): string {
  const media = Object.keys(operation.requestBody?.content ?? {}).find((type) => type === 'text/csv');
  const shown = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => name.toUpperCase());
  return [
    `curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}${quoted(`${origin}${shown}`)}`,
    ...(operation.security.length > 0 ? ['-H "Authorization: Bearer $LUXOR_KEY"'] : []),
    ...(media ? [`-H ${quoted(`Content-Type: ${media}`)}`, '--data-binary @submission.csv'] : []),
  ].join(' \\\n  ');
}
