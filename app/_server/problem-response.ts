import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { Problem, Reason } from '@/lib/kernel/problem';

export type ProblemExtras = {
  detail?: string;
  problems?: readonly Problem[];
  reasons?: readonly Reason[];
  /** Further members (RFC 9457, 3.2); they cannot take the place of those named here. */
  members?: Readonly<Record<string, unknown>>;
  headers?: Readonly<Record<string, string>>;
};

/**
 * An error as `application/problem+json` (RFC 9457). `code` names the kind for machines, and its title in the catalogue (`forms.api`).
 */
export async function problemResponse(status: number, code: string, extras: ProblemExtras = {}): Promise<Response> {
  const { detail, problems, reasons, members, headers } = extras;
  const [t, tReasons] = await Promise.all([getTranslations('forms.api'), getTranslations('forms.reasons')]);
  const told = reasons?.map((reason) =>
    tReasons.has(reason.code) ? { ...reason, message: tReasons(reason.code, reason.params) } : reason,
  );
  const body = {
    ...members,
    type: `urn:luxor:problem:${code}`,
    title: t.has(code) ? t(code) : code,
    status,
    detail,
    ...(problems ? { problems } : {}),
    reasons: told,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'cache-control': 'no-store', ...headers, 'content-type': 'application/problem+json' },
  });
}
