/** Longest CSV record and NDJSON line, in characters; anything longer is most likely a quote that was never closed. */
export const MAX_RECORD_CHARS = 1_048_576;
export const MAX_COLUMNS = 200;
/** Longest name of a column or JSON key. */
export const MAX_COLUMN_NAME_CHARS = 100;
/** Rows that cannot be read as rows (field count, quotes, JSON syntax) before the whole file is refused. */
export const MAX_UNREADABLE_ROWS = 1_000;
/** Rows of one CSV or NDJSON file. */
export const MAX_ROWS = 10_000_000;
export const MAX_ITEMS = 999;
/** Longest assembled record, in characters of its rows. */
export const MAX_ASSEMBLED_CHARS = 4 * MAX_RECORD_CHARS;
/** A JSON body is held in memory whole; larger submissions are sent as NDJSON. */
export const MAX_JSON_BYTES = 10 * 1024 * 1024;
export const MAX_JSON_RECORDS = 5_000;
export const MAX_JSON_DEPTH = 32;
