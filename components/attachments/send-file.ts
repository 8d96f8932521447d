'use client';

export type Sent = { readonly isNew: boolean } | { readonly error: string | null };

/** Sends one file as the body of a request, what it is in the address. `error`: the sentence of the server, null where none came. */
export async function sendFile(href: string, facts: Readonly<Record<string, string>>, file: File): Promise<Sent> {
  try {
    const response = await fetch(`${href}?${new URLSearchParams(facts)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
      body: file,
    });
    const answer = (await response.json()) as Answer;
    if (response.ok) return { isNew: answer.isNew === true };
    return { error: answer.reasons?.[0]?.message ?? answer.title ?? null };
  } catch {
    return { error: null };
  }
}

type Answer = {
  readonly isNew?: boolean;
  readonly title?: string;
  readonly reasons?: readonly { readonly message?: string }[];
};
