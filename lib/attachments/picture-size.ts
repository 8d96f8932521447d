import type { MediaType } from './kinds';

export type Size = { readonly widthPx: number; readonly heightPx: number };

/** Width and height a picture says it has; null where its head is broken off or says none. */
export function pictureSize(mediaType: MediaType, bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = mediaType === 'image/png' ? ofPng(view) : mediaType === 'image/jpeg' ? ofJpeg(view) : ofWebp(view);
    return size && size.widthPx > 0 && size.heightPx > 0 ? size : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const fourCc = (view: DataView, at: number) =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));

function ofPng(view: DataView): Size | null {
  return fourCc(view, 12) === 'IHDR' ? { widthPx: view.getUint32(16), heightPx: view.getUint32(20) } : null;
}

/** Frame headers of JPEG bear the markers C0 to CF, of which C4, C8 and CC are tables. */
const NO_FRAME = [0xc4, 0xc8, 0xcc];

function ofJpeg(view: DataView): Size | null {
  let at = 2;
  for (;;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // Fill bytes may stand before a marker.
    if (marker === 0xff) at += 1;
    else if (marker >= 0xc0 && marker <= 0xcf && !NO_FRAME.includes(marker))
      return { heightPx: view.getUint16(at + 5), widthPx: view.getUint16(at + 7) };
    else at += 2 + view.getUint16(at + 2);
  }
}

const uint24 = (view: DataView, at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);

function ofWebp(view: DataView): Size | null {
  switch (fourCc(view, 12)) {
    case 'VP8 ':
      return { widthPx: view.getUint16(26, true) & 0x3fff, heightPx: view.getUint16(28, true) & 0x3fff };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { widthPx: (bits & 0x3fff) + 1, heightPx: ((bits >> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { widthPx: uint24(view, 24) + 1, heightPx: uint24(view, 27) + 1 };
    default:
      return null;
  }
}
