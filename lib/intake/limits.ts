/** Longest CSV record and NDJSON line, in characters. A longer one is refused by itself; a CSV file is, where nobody can tell which quote closes. */
export const MAX_RECORD_CHARS = 1_048_576;
/** What is kept of a longer one beside its problem; the file as sent keeps it whole. */
export const KEPT_CHARS = 2_000;
export const MAX_COLUMNS = 200;
/** Longest name of a column or JSON key. */
export const MAX_COLUMN_NAME_CHARS = 100;
/** Rows that cannot be read as rows (field count, quotes, JSON syntax) before the whole file is refused. */
export const MAX_UNREADABLE_ROWS = 1_000;
/** Rows of one CSV file, records of a JSON or NDJSON one. */
export const MAX_ROWS = 10_000_000;
export const MAX_ITEMS = 999;
/** Longest assembled record, in characters of its rows. */
export const MAX_ASSEMBLED_CHARS = 4 * MAX_RECORD_CHARS;
/** Longest record of a JSON document, in characters of the source: it is kept until the record ends. A longer one is refused by itself. */
export const MAX_JSON_RECORD_CHARS = MAX_ASSEMBLED_CHARS;
/** What may stand around the list of records of a JSON document, in characters. */
export const MAX_JSON_OUTSIDE_CHARS = MAX_RECORD_CHARS;
export const MAX_JSON_DEPTH = 32;

/** Nesting of elements. Our formats need nine levels; anything deeper is refused before a name is resolved. */
export const MAX_XML_DEPTH = 64;
export const MAX_XML_ATTRIBUTES = 64;
/** Longest name of an element or attribute, prefix included. */
export const MAX_XML_NAME_CHARS = 256;
/** Longest run of text, comment or attribute value, in characters of the source. */
export const MAX_XML_TOKEN_CHARS = 65_536;
/** Elements and attributes of one record: 999 goods items of a hundred elements each. */
export const MAX_XML_NODES = 100_000;
/** Source text of one record, comments included: it is kept until the record ends. */
export const MAX_XML_RECORD_CHARS = MAX_ASSEMBLED_CHARS;
/** Source text of a record beyond its limits that is passed over to find its end; a longer one refuses its document. */
export const MAX_XML_PASSED_CHARS = 4 * MAX_XML_RECORD_CHARS;
