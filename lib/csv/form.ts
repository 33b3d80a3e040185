/** With a byte order mark Excel reads a file as UTF-8. */
export const BYTE_ORDER_MARK = "\ufeff";

/** How the library writes the files of ours; a comma between cells is its own choice. */
export const CSV_FORM = { record_delimiter: "\n", quote_record_delimiter: true } as const;
