import 'server-only';
import { Readable } from 'node:stream';
import type { NextRequest } from 'next/server';
import type { SentFile } from '@/db/commands/consignment/attach-file';
import type { Opened } from '@/db/commands/consignment/open-attachment';
import { FILE_ENDINGS, isImage } from '@/lib/attachments/kinds';

/** The body of a request as a file; what type its sender calls it counts for nothing. */
export function fileOf(request: NextRequest): SentFile {
  const announced = request.headers.get('content-length');
  return {
    announcedBytes: announced === null ? null : Number(announced),
    body: (request.body ?? []) as unknown as AsyncIterable<Uint8Array>,
  };
}

/**
 * The headers an attachment leaves the house with. Whatever its sender put in, a browser runs none of it: the type is the one its bytes
 * have, no other is guessed, a page opened of it may load and run nothing, and all but pictures are saved and not shown.
 */
export function attachmentHeaders({
  kind,
  mediaType,
  sizeBytes,
  fileName,
  isPersonal,
}: Opened): Record<string, string> {
  const way = isImage(mediaType) && !isPersonal ? 'inline' : 'attachment';
  const plain = `${kind.replaceAll('_', '-')}.${FILE_ENDINGS[mediaType]}`;
  const named = fileName ? `; filename*=UTF-8''${encodeName(fileName)}` : '';
  return {
    'content-length': String(sizeBytes),
    'content-disposition': `${way}; filename="${plain}"${named}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  };
}

/** The bytes as the body of an answer. */
export const bodyOf = ({ bytes }: Opened): ReadableStream<Uint8Array> =>
  Readable.toWeb(Readable.from(bytes)) as ReadableStream<Uint8Array>;

/** RFC 8187: what `encodeURIComponent` leaves as it is and a header may not hold. */
const encodeName = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
