import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { Problem, Reason } from '@/lib/kernel/problem';

export type ProblemExtras = {
  detail?: string;
  problems?: readonly Problem[];
  reasons?: readonly Reason[];
  headers?: Readonly<Record<string, string>>;
};

/**
 * An error as `application/problem+json` (RFC 9457). `code` names the kind for machines, and its title in the catalogue (`forms.api`).
 */
export async function problemResponse(status: number, code: string, extras: ProblemExtras = {}): Promise<Response> {
  const { detail, problems, reasons, headers } = extras;
  const t = await getTranslations('forms.api');
  const body = {
    type: `urn:luxor:problem:${code}`,
    title: t.has(code) ? t(code) : code,
    status,
    detail,
    problems,
    reasons,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'cache-control': 'no-store', ...headers, 'content-type': 'application/problem+json' },
  });
}
