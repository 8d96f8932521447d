import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leafOf, proofOf, rootFrom, rootOf } from './merkle';

const hex = (text: string) => Buffer.from(text, 'hex');
/** Entries and roots of the first so many of them, as the reference implementation of Certificate Transparency tests itself. */
const ENTRIES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

describe('A tree of entries', () => {
  it('has the roots of RFC 6962', () => {
    const leaves = ENTRIES.map((entry) => leafOf(hex(entry)));
    expect(ROOTS.map((_, count) => rootOf(leaves.slice(0, count)).toString('hex'))).toEqual(ROOTS);
  });

  it('proves each entry, and no other in its place', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 40 }), fc.nat(), (entries, at) => {
        const leaves = entries.map((entry, index) => leafOf(Buffer.from(`${index} ${entry}`)));
        const place = at % leaves.length;
        const [leaf, steps] = [leaves[place] ?? leafOf(hex('')), proofOf(leaves, place)];
        expect(rootFrom(leaf, steps)).toEqual(rootOf(leaves));
        expect(rootFrom(leafOf(Buffer.from('forged')), steps)).not.toEqual(rootOf(leaves));
      }),
    );
  });

  it('knows no leaf beyond its own', () => {
    expect(() => proofOf([leafOf(hex(''))], 1)).toThrow('there is no leaf 1 of 1');
  });
});
