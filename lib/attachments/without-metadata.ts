import { pngWithoutMetadata, webpWithoutMetadata } from './chunk-metadata';
import { jpegWithoutMetadata } from './jpeg-metadata';
import type { MediaType } from './kinds';

/**
 * A file as it is kept: a picture without what its camera or program wrote beside it, above all the place it was taken at, drawn from the
 * very same bytes; anything else as it is (Regulation (EU) 2016/679, Article 5(1)(c): no more data than is needed). What holds nothing
 * of that kind is given back unchanged. Null where a picture is damaged, so that nobody can say what stands in it.
 */
export function withoutMetadata(mediaType: MediaType, bytes: Uint8Array): Uint8Array | null {
  const parts = partsOf(mediaType, bytes);
  if (parts === null) return null;
  const kept = joined(parts);
  return kept.length === bytes.length && kept.every((byte, index) => byte === bytes[index]) ? bytes : kept;
}

function partsOf(mediaType: MediaType, bytes: Uint8Array): readonly Uint8Array[] | null {
  switch (mediaType) {
    case 'image/jpeg':
      return jpegWithoutMetadata(bytes);
    case 'image/png':
      return pngWithoutMetadata(bytes);
    case 'image/webp':
      return webpWithoutMetadata(bytes);
    default:
      return [bytes];
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
