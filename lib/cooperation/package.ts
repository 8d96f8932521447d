/* oxlint-disable no-control-regex -- control characters are what is looked for */
import { z } from 'zod';
import { parseDay, parseInstant } from '@/lib/kernel/dates';
import { CAVEATS, HANDLINGS } from './handling';
import { IDENTIFIER_KINDS } from './identifier-kinds';

/** Name and version of the format; a reader takes no other. */
export const PACKAGE_FORMAT = 'luxor-exchange';
export const PACKAGE_VERSION = 1;

/** What one package may hold. */
export const PACKAGE_LIMITS = {
  bytes: 1024 * 1024,
  items: 100,
  entries: 5_000,
  hashes: 2_000,
  references: 20,
  rows: 100,
  provenance: 10,
  days: 366,
} as const;

export const ITEM_KINDS = ['profile', 'list', 'alert', 'typology'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** Kinds of lists that mean the same everywhere; those of own offices and partners do not. */
export const EXCHANGED_LISTS = ['country', 'hs', 'scheme', 'currency', 'text'] as const;
export type ExchangedList = (typeof EXCHANGED_LISTS)[number];

export const PACKAGE_KINDS = ['intelligence', 'match_request', 'match_answer'] as const;
export type PackageKind = (typeof PACKAGE_KINDS)[number];

/** Characters that make a text look like another: control characters but line ends, and those that turn the direction of others. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const MISLEADING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

const text = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((value) => !MISLEADING.test(value), 'text_controls')
    .refine((value) => value.trim() === value, 'text_blanks');
const day = z.string().refine((value) => parseDay(value) !== null, 'day');
const instant = z.string().refine((value) => parseInstant(value) !== null, 'instant');
/** Who an administration is in an exchange: the country (ISO 3166-1), and where it has several, a word after a hyphen. */
export const ADMINISTRATION_CODE = /^[A-Z]{2}(?:-[A-Z0-9]{1,12})?$/;
const administration = z.string().regex(ADMINISTRATION_CODE, 'administration_code');
const number = (most: number) => z.int().min(1).max(most);
const countOf = z.int().min(0).max(1_000_000_000);
const handling = z.enum(HANDLINGS);
const caveats = z.array(z.enum(CAVEATS)).max(CAVEATS.length);

/** One hand that an item went through, the first the one it comes from. */
export const PROVENANCE_STEP = z.strictObject({
  administration,
  act: z.enum(['originated', 'passed_on']),
  on: day,
});
export type ProvenanceStep = z.infer<typeof PROVENANCE_STEP>;

const common = {
  number: number(PACKAGE_LIMITS.items),
  title: text(100),
  handling,
  caveats,
  expiresOn: day,
  provenance: z.array(PROVENANCE_STEP).min(1).max(PACKAGE_LIMITS.provenance),
};

export const ITEM = z.discriminatedUnion('kind', [
  /** What an author states of a profile; whether it can be run is for who receives it to find out. */
  z.strictObject({ kind: z.literal('profile'), ...common, content: z.record(z.string(), z.unknown()) }),
  z.strictObject({
    kind: z.literal('list'),
    ...common,
    listed: z.enum(EXCHANGED_LISTS),
    entries: z.array(text(200)).min(1).max(PACKAGE_LIMITS.entries),
  }),
  z.strictObject({
    kind: z.literal('alert'),
    ...common,
    text: text(4_000),
    seenOn: day,
    chapters: z.array(z.string().regex(/^\d{2}$/)).max(20),
    countries: z.array(z.string().regex(/^[A-Z]{2}$/)).max(20),
  }),
  /** Findings of a month by HS chapter, rounded; only where enough are behind them by the rule of the sender. */
  z.strictObject({
    kind: z.literal('typology'),
    ...common,
    month: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/),
    rule: z.strictObject({ version: z.int().min(1), contributorsMin: z.int().min(3) }),
    rows: z
      .array(z.strictObject({ chapter: z.string().regex(/^\d{2}$/), findings: countOf }))
      .min(1)
      .max(PACKAGE_LIMITS.rows),
  }),
]);
export type ExchangeItem = z.infer<typeof ITEM>;

const head = {
  packageId: z.uuid(),
  from: z.strictObject({ code: administration, name: text(200) }),
  to: z.strictObject({ code: administration }),
  issuedAt: instant,
  /** Last day on which anything of it acts. */
  expiresOn: day,
  handling,
  caveats,
  purpose: text(500),
  legalBasis: text(300),
};
const period = { fromOn: day, toOn: day };

export const PACKAGE_CONTENT = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('intelligence'), ...head, items: z.array(ITEM).min(1).max(PACKAGE_LIMITS.items) }),
  z.strictObject({
    kind: z.literal('match_request'),
    ...head,
    ...period,
    /** Of the key the hashes were made with: under another every one of them would meet nobody. */
    check: z.string().regex(/^[0-9a-f]{64}$/),
    identifiers: z
      .array(
        z.strictObject({
          number: number(PACKAGE_LIMITS.hashes),
          kind: z.enum(IDENTIFIER_KINDS),
          hash: z.string().regex(/^[0-9a-f]{64}$/),
        }),
      )
      .min(1)
      .max(PACKAGE_LIMITS.hashes),
  }),
  z.strictObject({
    kind: z.literal('match_answer'),
    ...head,
    ...period,
    answersTo: z.uuid(),
    looked: countOf,
    matches: z
      .array(
        z.strictObject({
          number: number(PACKAGE_LIMITS.hashes),
          consignments: countOf,
          references: z.array(text(35)).max(PACKAGE_LIMITS.references),
        }),
      )
      .max(PACKAGE_LIMITS.hashes),
  }),
]);
export type PackageContent = z.infer<typeof PACKAGE_CONTENT>;

/** The file: what is told, and who signed it. The content is read only once the signature is found right. */
export const ENVELOPE = z.strictObject({
  format: z.literal(PACKAGE_FORMAT),
  version: z.literal(PACKAGE_VERSION),
  content: z.record(z.string(), z.unknown()),
  signature: z.strictObject({
    algorithm: z.literal('Ed25519'),
    /** SHA-256 of the public key (SPKI, DER), hexadecimal. */
    key: z.string().regex(/^[0-9a-f]{64}$/),
    /** 64 bytes in base64 (RFC 4648) with padding. */
    value: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
  }),
});
