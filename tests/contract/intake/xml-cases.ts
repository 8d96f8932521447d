import { xmlRecord, xmlWith } from './a-submission';
import type { Case, Expected } from './cases';

const good = xmlRecord();
const whole = xmlWith(good);
const name = { sender_name: 'Shenzhen Shop' };
const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const utf16 = (text: string): number[] => [...Buffer.from(text, 'utf16le')];
const utf16be = (text: string): number[] => [...Buffer.from(utf16(text)).swap16()];
const declared = (encoding: string, version = '1.0'): string => `<?xml version="${version}" encoding="${encoding}"?>\n`;
const nested = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth);
const attributes = (count: number): string => Array.from({ length: count }, (_, index) => ` a${index}="1"`).join('');
/** A submission whose sender name is this piece of XML. */
const named = (xml: string): string => xmlWith(good.replace('Shenzhen Shop', xml));

const xml = (title: string, sent: string | Uint8Array, expected: Expected): Case => ({
  name: title,
  format: 'xml',
  sent,
  expected,
});

/** Document types and entities. */
const DECLARATIONS: readonly Case[] = [
  xml('a document type', `<!DOCTYPE submission>\n${whole}`, { file: 'file_xml_doctype', line: 1 }),
  xml(
    'an external entity',
    `<?xml version="1.0"?>\n<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n${named('&x;')}`,
    { file: 'file_xml_doctype', line: 2 },
  ),
  xml('an external document type', `<!DOCTYPE s SYSTEM "http://example.org/s.dtd">${whole}`, {
    file: 'file_xml_doctype',
  }),
  xml('a parameter entity', `<!DOCTYPE s [<!ENTITY % x "<!ENTITY y 'z'>">%x;]>${whole}`, { file: 'file_xml_doctype' }),
  xml(
    'a billion laughs',
    `<!DOCTYPE s [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n} "${`&a${n || ''};`.repeat(10)}">`).join('')}]>${named('&a8;')}`,
    { file: 'file_xml_doctype' },
  ),
  xml('a quadratic blow-up', `<!DOCTYPE s [<!ENTITY a "${'A'.repeat(100_000)}">]>${named('&a;'.repeat(1_000))}`, {
    file: 'file_xml_doctype',
  }),
  xml('a document type that never ends', `<!DOCTYPE s [ ${'<!ENTITY a "b">'.repeat(20)}`, { file: 'file_xml_doctype' }),
  xml('two document types', `<!DOCTYPE s><!DOCTYPE s>${whole}`, { file: 'file_xml_doctype' }),
  xml('a document type in small letters', `<!doctype s>${whole}`, { file: 'file_xml_syntax' }),
  xml('a document type inside a record', named('<!DOCTYPE s>'), { file: 'file_xml_doctype' }),
  xml('an entity nobody declared', named('&copy;'), { file: 'file_xml_entity', line: 2 }),
  xml('an entity of HTML in an attribute', whole.replace('<consignment>', '<consignment a="&nbsp;">'), {
    file: 'file_xml_entity',
  }),
  xml('the five entities', named('&lt;&gt;&amp;&quot;&apos;'), { accept: { sender_name: '<>&"\'' } }),
  xml('numeric references', named('&#83;&#x68;op &#x1F4E6;'), { accept: { sender_name: 'Shop 📦' } }),
  xml('a reference to NUL', named('&#0;'), { file: 'file_xml_entity' }),
  xml('a reference to a control character', named('&#x1;'), { file: 'file_xml_entity' }),
  xml('a reference to half a character', named('&#xD800;'), { file: 'file_xml_entity' }),
  xml('a reference beyond Unicode', named('&#x110000;'), { file: 'file_xml_entity' }),
  xml('a reference without its end', named('&#65'), { file: 'file_xml_entity' }),
  xml('a flood of numeric references', named('&#65;'.repeat(200_000)), { row: 'row_xml_text_too_long', line: 2 }),
  xml('a bare ampersand', named('Marks & Sons'), { file: 'file_xml_entity', line: 2 }),
  xml('text that only looks like an entity after decoding', named('&amp;lt;'), { accept: { sender_name: '&lt;' } }),
  xml('a style sheet instruction', `<?xml-stylesheet href="http://example.org/x.xsl"?>${whole}`, {
    file: 'file_xml_instruction',
    line: 1,
  }),
  xml('an instruction inside a record', named('<?php echo 1 ?>'), { file: 'file_xml_instruction', line: 2 }),
  xml('an XML declaration that is not first', ` ${declared('UTF-8')}${whole}`, { file: 'file_xml_syntax' }),
  xml(
    'an inclusion',
    xmlWith(xmlRecord({}, '<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>')),
    { accept: name },
  ),
  xml(
    'a place to fetch a schema from',
    whole.replace(
      '<submission',
      '<submission xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:schemaLocation="urn:luxor:advance-data:1 http://example.org/x.xsd"',
    ),
    { accept: name },
  ),
];

/** Encodings: what the bytes are, what the declaration says. */
const ENCODINGS: readonly Case[] = [
  xml('a declaration', declared('UTF-8') + whole, { accept: name }),
  xml('a declaration without encoding', `<?xml version='1.0' standalone='yes'?>${whole}`, { accept: name }),
  xml('a byte order mark', bytes([0xef, 0xbb, 0xbf], declared('utf-8'), whole), { accept: name }),
  xml('UTF-16 with mark', bytes([0xff, 0xfe], utf16(declared('UTF-16') + named('Søren 📦'))), {
    accept: { sender_name: 'Søren 📦' },
  }),
  xml('UTF-16 big endian with mark', bytes([0xfe, 0xff], utf16be(declared('UTF-16') + whole)), { accept: name }),
  xml('UTF-16 without mark', bytes(utf16(declared('UTF-16') + whole)), { file: 'file_nul', line: 1 }),
  xml('UTF-16 that says UTF-8', bytes([0xff, 0xfe], utf16(declared('UTF-8') + whole)), { file: 'file_xml_encoding' }),
  xml('UTF-8 that says UTF-16', declared('UTF-16') + whole, { file: 'file_xml_encoding', line: 1 }),
  xml('UTF-8 that says Latin-1', declared('ISO-8859-1') + whole, { file: 'file_xml_encoding', line: 1 }),
  xml('UTF-7', declared('UTF-7') + named('+ADw-script+AD4-'), { file: 'file_xml_encoding' }),
  xml('Latin-1 bytes', bytes(whole.slice(0, 200), [0xe9], whole.slice(200)), { file: 'file_encoding', line: 2 }),
  xml('bytes cut inside a character', bytes(`${whole}<!-- `, [0xf0, 0x9f]), { file: 'file_encoding' }),
  xml('an overlong less-than', bytes(whole, [0xc0, 0xbc]), { file: 'file_encoding' }),
  xml('a NUL', named('Shop\0'), { file: 'file_nul', line: 2 }),
  xml('a control character', named('Shop\u0008'), { file: 'file_xml_syntax', line: 2 }),
  xml('a character that is none', named('Shop\uffff'), { file: 'file_xml_syntax', line: 2 }),
  xml('XML 1.1', `<?xml version="1.1"?>${whole}`, { file: 'file_xml_version', line: 1 }),
  xml('XML 2', `<?xml version="2.0"?>${whole}`, { file: 'file_xml_syntax', line: 1 }),
  xml('Windows line ends', whole.replaceAll('\n', '\r\n'), { accept: name }),
];

/** Limits: each is refused before what it protects is built. */
const LIMITS: readonly Case[] = [
  xml('a hundred thousand levels', xmlWith(nested(100_000)), { file: 'file_xml_unexpected' }),
  xml('a hundred thousand levels inside a record', xmlWith(xmlRecord({}, nested(100_000))), { file: 'file_xml_depth' }),
  xml('a million open tags', `<submission xmlns="urn:luxor:advance-data:1"><consignment>${'<a>'.repeat(1_000_000)}`, {
    file: 'file_xml_depth',
    line: 1,
  }),
  xml('as many levels as are allowed', xmlWith(xmlRecord({}, nested(62))), { accept: name }),
  xml('one level more', xmlWith(xmlRecord({}, nested(63))), { file: 'file_xml_depth', line: 2 }),
  xml('a hundred thousand attributes', whole.replace('<item>', `<item${attributes(100_000)}>`), {
    file: 'file_xml_attributes',
    line: 2,
  }),
  xml('as many attributes as are allowed', whole.replace('<item>', `<item${attributes(64)}>`), {
    accept: name,
    notice: 'column_unknown',
  }),
  xml('a name of a million characters', xmlWith(xmlRecord({}, `<${'n'.repeat(1_000_000)}/>`)), {
    file: 'file_xml_name_too_long',
  }),
  xml('a long name', xmlWith(xmlRecord({}, `<${'n'.repeat(257)}/>`)), { file: 'file_xml_name_too_long', line: 2 }),
  xml('a long attribute name', whole.replace('<item>', `<item ${'n'.repeat(257)}="1">`), {
    file: 'file_xml_name_too_long',
  }),
  xml('ten million letters', named('A'.repeat(10_000_000)), { file: 'file_xml_token_too_long', line: 2 }),
  xml('many sections of one text', named('<![CDATA[AAAAAAAAAA]]>'.repeat(7_000)), {
    row: 'row_xml_text_too_long',
    line: 2,
  }),
  xml('a text longer than its field', named('A'.repeat(60_000)), { row: 'too_long', pointer: 'sender_name', line: 2 }),
  xml('a long comment', named(`<!--${'A'.repeat(100_000)}-->`), { row: 'row_xml_text_too_long' }),
  xml('a long attribute', whole.replace('<item>', `<item a="${'A'.repeat(100_000)}">`), {
    row: 'row_xml_text_too_long',
  }),
  xml('a record of a hundred thousand elements', xmlWith(good, xmlRecord({}, '<a/>'.repeat(100_001)), good), {
    row: 'row_xml_nodes',
    line: 3,
    others: 2,
  }),
  xml('a record of seventeen mebibytes', xmlWith(xmlRecord({}, `<!--${'A'.repeat(60_000)}-->`.repeat(300))), {
    file: 'file_xml_record_too_long',
  }),
  xml('a record of comments', xmlWith(good, xmlRecord({}, `<!--${'A'.repeat(60_000)}-->`.repeat(80)), good), {
    row: 'row_xml_too_long',
    line: 3,
    others: 2,
  }),
  xml('a thousand goods items', xmlWith(good.replace(/<item>.*<\/item>/, (item) => item.repeat(1_000))), {
    row: 'items_too_many',
    pointer: 'items',
    line: 2,
  }),
  xml(
    'a thousand and one records that cannot be read',
    xmlWith(...Array(1_001).fill(`<consignment>x<items/></consignment>`)),
    {
      file: 'file_too_many_unreadable_rows',
      line: 1_002,
    },
  ),
];

export const XML_CASES: readonly Case[] = [...DECLARATIONS, ...ENCODINGS, ...LIMITS];
