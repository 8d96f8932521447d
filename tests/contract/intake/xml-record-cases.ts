import { xmlRecord, xmlWith } from './a-submission';
import type { Case, Expected } from './cases';
import { UK_DECLARATION, UK_ITEM, ukAct, ukMessage } from './xml-messages';

const good = xmlRecord();
const whole = xmlWith(good);
const other = xmlRecord({ reference: 'REF-2' });
const name = { sender_name: 'Shenzhen Shop' };
const named = (xml: string): string => xmlWith(good.replace('Shenzhen Shop', xml));
const start = '<submission xmlns="urn:luxor:advance-data:1"';
const WCO = 'urn:wco:datamodel:WCO:DocumentMetaData-DMS:2';

const xml = (title: string, sent: string, expected: Expected): Case => ({ name: title, format: 'xml', sent, expected });

/** Well-formedness, and documents that stop early. */
const SHAPES: readonly Case[] = [
  xml('crossed tags', named('<a><b></a></b>'), { file: 'file_xml_tag_mismatch', line: 2 }),
  xml('an end tag too many', `${whole}</submission>`, { file: 'file_xml_tag_mismatch' }),
  xml('a name in other letters at its end', whole.replace('</sender_name>', '</Sender_Name>'), {
    file: 'file_xml_tag_mismatch',
    line: 2,
  }),
  xml('a cut in text', whole.slice(0, whole.indexOf('Shenzhen') + 4), { file: 'file_xml_cut_off', line: 2 }),
  xml('a cut in a tag', whole.slice(0, whole.indexOf('<sender_name') + 5), { file: 'file_xml_cut_off', line: 2 }),
  xml('a cut in an attribute', `${start} count="`, { file: 'file_xml_cut_off', line: 1 }),
  xml('a cut in a comment', named('<!-- comm').slice(0, 320), { file: 'file_xml_cut_off' }),
  xml('a cut in a section', `${start}><consignment><![CDATA[abc`, { file: 'file_xml_cut_off' }),
  xml('a cut in a reference', `${start}><consignment>&am`, { file: 'file_xml_cut_off' }),
  xml('a cut in the declaration', '<?xml version="1.0" enc', { file: 'file_xml_cut_off' }),
  xml('a cut between two records', `${start}>\n${good}\n`, { file: 'file_xml_cut_off', line: 3 }),
  xml('two roots', whole + whole, { file: 'file_xml_outside_root' }),
  xml('text after the root', `${whole}\nreference,channel`, { file: 'file_xml_outside_root', line: 4 }),
  xml('text before the root', `reference,channel\n${whole}`, { file: 'file_xml_outside_root', line: 1 }),
  xml('comments around the root', `<!-- a -->\n${whole}\n<!-- b -->\n`, { accept: name }),
  xml('two hyphens in a comment', named('<!-- a -- b -->'), { file: 'file_xml_syntax', line: 2 }),
  xml('the end of a section in text', named('a ]]> b'), { file: 'file_xml_syntax', line: 2 }),
  xml('a less-than in text', named('a < b'), { file: 'file_xml_syntax', line: 2 }),
  xml('a less-than in an attribute', whole.replace('<item>', '<item a="<">'), { file: 'file_xml_syntax', line: 2 }),
  xml('an attribute without quotes', whole.replace('<item>', '<item a=1>'), { file: 'file_xml_syntax' }),
  xml('an attribute without value', whole.replace('<item>', '<item a>'), { file: 'file_xml_syntax' }),
  xml('an attribute twice', whole.replace('<item>', '<item a="1" a="2">'), {
    file: 'file_xml_attribute_repeated',
    line: 2,
  }),
  xml(
    'an attribute twice under two prefixes',
    whole.replace('<item>', '<item xmlns:p="urn:x" xmlns:q="urn:x" p:a="1" q:a="2">'),
    { file: 'file_xml_attribute_repeated', line: 2 },
  ),
  xml('a namespace declared twice', `${start} xmlns="urn:x">${good}</submission>`, {
    file: 'file_xml_attribute_repeated',
  }),
  xml('a prefix nobody declared', named('<x:a/>'), { file: 'file_xml_prefix', line: 2 }),
  xml('a prefix of an attribute nobody declared', whole.replace('<item>', '<item x:a="1">'), {
    file: 'file_xml_prefix',
  }),
  xml('a prefix out of scope', named('<x:a xmlns:x="urn:x"/><x:b/>'), { file: 'file_xml_prefix' }),
  xml('two colons', named('<a:b:c xmlns:a="urn:x"/>'), { file: 'file_xml_prefix' }),
  xml('a prefix undone', named('<a xmlns:x=""/>'), { file: 'file_xml_prefix' }),
  xml('the prefix xml bound to something else', named('<a xmlns:xml="urn:x"/>'), { file: 'file_xml_prefix' }),
  xml('a tag that begins with a figure', named('<1a/>'), { file: 'file_xml_syntax' }),
  xml('an empty document', '', { file: 'file_empty' }),
  xml('blanks only', ' \n\t\n', { file: 'file_empty' }),
  xml('a comment only', '<!-- nothing -->', { file: 'file_without_records' }),
];

/** What the root and its children may be. */
const ROOTS: readonly Case[] = [
  xml('a root without namespace', `<submission>${good}</submission>`, { file: 'file_xml_root', line: 1 }),
  xml('a namespace that nearly is ours', whole.replace(':1"', ':2"'), { file: 'file_xml_root' }),
  xml('an entry summary declaration', '<ie:CC315A xmlns:ie="http://ics.dgtaxud.ec/CC315A"><HEAHEA/></ie:CC315A>', {
    file: 'file_xml_root',
  }),
  xml(
    'a response instead of a declaration',
    `<m:MetaData xmlns:m="${WCO}"><Response xmlns="urn:wco:datamodel:WCO:RES-DMS:2"/></m:MetaData>`,
    {
      file: 'file_xml_unexpected',
    },
  ),
  xml('a prefix on every name', whole.replaceAll(/<(\/?)/g, '<$1any:').replace('xmlns=', 'xmlns:any='), {
    accept: name,
  }),
  xml('no record', `${start}></submission>`, { file: 'file_without_records' }),
  xml('a root that closes itself', `${start}/>`, { file: 'file_without_records' }),
  xml('a record under another name', xmlWith(good.replaceAll('consignment', 'Consignment')), {
    file: 'file_xml_unexpected',
    line: 2,
  }),
  xml('a record of a foreign namespace', xmlWith(good.replace('<consignment>', '<consignment xmlns="urn:x">')), {
    file: 'file_xml_unexpected',
    line: 2,
  }),
  xml('text between records', xmlWith(good, 'and', other), { file: 'file_xml_unexpected' }),
  xml('a true count', `${start} count="2">${good}${other}</submission>`, { accept: name, records: 2 }),
  xml('a count too high', `${start} count="3">${good}${other}</submission>`, { file: 'file_xml_count' }),
  xml('a count too low', `${start} count="1">${good}${other}</submission>`, { file: 'file_xml_count' }),
  xml('a count that is no number', `${start} count="two">${good}${other}</submission>`, { file: 'file_xml_count' }),
];

/** Faults of one record, and texts in every disguise. */
const RECORDS: readonly Case[] = [
  xml('a field twice', xmlWith(other, xmlRecord({}, '<sender_name>Another</sender_name>')), {
    row: 'row_xml_repeated',
    pointer: 'sender_name',
    line: 3,
    others: 1,
  }),
  xml('two lists of items', xmlWith(xmlRecord({}, '<items/>')), { row: 'row_xml_repeated', pointer: 'items' }),
  xml('text beside elements', xmlWith(xmlRecord({}, 'loose'), other), { row: 'row_xml_mixed', line: 2, others: 1 }),
  xml('an element inside a field', named('<b>Shop</b>'), { row: 'row_xml_text_expected', pointer: 'sender_name' }),
  xml('something else in the list of items', xmlWith(good.replaceAll('item>', 'entry>')), {
    row: 'row_xml_item_expected',
    pointer: 'items.0',
  }),
  xml('a name of JavaScript', xmlWith(xmlRecord({}, '<__proto__><admin>true</admin></__proto__>'), other), {
    row: 'row_xml_name_refused',
    line: 2,
    others: 1,
  }),
  xml('a field of a foreign namespace', xmlWith(xmlRecord({}, '<sender_name xmlns="urn:x">Evil</sender_name>')), {
    accept: name,
    notice: 'column_unknown',
  }),
  xml('an unknown field', xmlWith(xmlRecord({}, '<colour>red</colour>')), { accept: name, notice: 'column_unknown' }),
  xml('a section', named('<![CDATA[<b> & ]] > 5]]>'), { accept: { sender_name: '<b> & ]] > 5' } }),
  xml('a comment inside a text', named('Shen<!-- x -->zhen <![CDATA[Sh]]>op'), { accept: name }),
  xml('an empty field', named(''), { row: 'required', pointer: 'sender_name', line: 2 }),
  xml('blanks around a text', named(' Shop '), { accept: { sender_name: ' Shop ' }, warning: 'surrounding_blank' }),
  xml('leading zeros', xmlWith(xmlRecord({ commodity_code: '0101210000' })), {
    accept: { commodity_code: '0101210000' },
  }),
  xml('an exponent', xmlWith(xmlRecord({ value: '1e5' })), { row: 'decimal_shape', pointer: 'items.0.value', line: 2 }),
  xml('a field on a line of its own', xmlWith(good.replaceAll('><', '>\n<').replace('>EUR<', '>EURO<')), {
    row: 'currency_unknown',
    pointer: 'items.0.currency',
    line: 26,
  }),
  xml('a formula', named('=cmd|&apos;/c calc&apos;!A1'), { accept: { sender_name: "=cmd|'/c calc'!A1" } }),
  xml('a script', named('&lt;script&gt;alert(1)&lt;/script&gt;'), {
    accept: { sender_name: '<script>alert(1)</script>' },
  }),
];

/** Declarations: what one adapter refuses. */
const DECLARATIONS: readonly Case[] = [
  xml('a mass in grams', ukMessage(UK_DECLARATION.replace('KGM', 'GRM')), { row: 'row_xml_unit', line: 33 }),
  xml(
    'goods items with senders of their own',
    ukMessage(
      UK_DECLARATION.replace(
        UK_ITEM,
        UK_ITEM.replace('<SequenceNumeric>', '<Exporter><Name>Someone else</Name></Exporter><SequenceNumeric>'),
      ),
    ),
    { row: 'row_xml_parties', pointer: 'sender_name', line: 26 },
  ),
  xml('two importers', ukMessage(UK_DECLARATION.replace('<Importer>', '<Importer/><Importer>')), {
    row: 'row_xml_repeated',
  }),
  xml('a message of another function', ukMessage(ukAct('GPR')), { row: 'act_unknown', line: 6 }),
  xml(
    'an amendment of one of several masses that are added up',
    ukMessage(ukAct('COR', `<GoodsShipment>${UK_ITEM}</GoodsShipment>`)),
    { row: 'amend_sum' },
  ),
];

export const XML_RECORD_CASES: readonly Case[] = [...SHAPES, ...ROOTS, ...RECORDS, ...DECLARATIONS];
