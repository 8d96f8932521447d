import { describe, expect, it } from 'vitest';
import { drawProduct } from '@/lib/demo/pictures/draw';
import { contentOf } from './media-type';

const text = (words: string) => new TextEncoder().encode(words);
const hex = (digits: string) => Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const padded = (bytes: Uint8Array) => Uint8Array.from([...bytes, ...new Uint8Array(40)]);

const JPEG = hex('ffd8ffe000104a46494600010100000100010000ffc0001108012c019003012200021101031101');
const LOSSY = padded(hex('524946460000000057454250565038200000000000000 09d012a90012c01'.replaceAll(' ', '')));
const LOSSLESS = padded(hex('52494646000000005745425056503 84c000000002f8fc14a00'.replaceAll(' ', '')));
const EXTENDED = padded(hex('524946460000000057454250565038580a00000000000000 8f01002b0100'.replaceAll(' ', '')));

describe('What bytes are', () => {
  it.each([
    ['a drawn PNG', drawProduct('610910', 1), 'image/png', { widthPx: 480, heightPx: 360 }],
    ['a JPEG of 400 by 300', JPEG, 'image/jpeg', { widthPx: 400, heightPx: 300 }],
    ['a lossy WebP of 400 by 300', LOSSY, 'image/webp', { widthPx: 400, heightPx: 300 }],
    ['a lossless WebP of 400 by 300', LOSSLESS, 'image/webp', { widthPx: 400, heightPx: 300 }],
    ['an extended WebP of 400 by 300', EXTENDED, 'image/webp', { widthPx: 400, heightPx: 300 }],
    ['a PDF', text('%PDF-1.7\n'), 'application/pdf', null],
    ['words', text('Größe 38, <3 it\r\n\tblue'), 'text/plain', null],
  ])('%s', (_name, bytes, mediaType, size) => {
    expect(contentOf(bytes)).toEqual({ ok: true, mediaType, size });
  });

  it.each([
    ['SVG', text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['SVG', text('\ufeff<?xml version="1.0"?>\n<!-- a picture -->\n<svg/>')],
    ['HTML', text('  \n<!DOCTYPE html><p>Shoes</p>')],
    ['HTML', text('<script>alert(1)</script>')],
    ['XML or HTML', text('<p onclick="x">Shoes</p>')],
    ['GIF', text('GIF89a')],
    ['a ZIP or Office file', hex('504b030414000600')],
    ['a program', text('MZ\u0090')],
    ['text in UTF-16', hex('fffe48006900')],
    ['HEIC, AVIF or a film', hex('00000018667479706865696300000000')],
    ['bytes 00 01 02', hex('000102')],
  ])('%s is named and not taken', (found, bytes) => {
    expect(contentOf(bytes)).toEqual({ ok: false, found, isBroken: false });
  });

  it('a picture that breaks off within its head is broken, whatever it begins with', () => {
    expect(contentOf(drawProduct(null, 1).subarray(0, 20))).toEqual({ ok: false, found: 'PNG', isBroken: true });
    expect(contentOf(JPEG.subarray(0, 24))).toEqual({ ok: false, found: 'JPEG', isBroken: true });
    expect(contentOf(LOSSY.subarray(0, 14))).toEqual({ ok: false, found: 'WebP', isBroken: true });
  });
});
