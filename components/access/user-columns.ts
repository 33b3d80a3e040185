/** Columns of the list of users: its rows, and the words above them. */
export const COLUMNS =
  "md:grid md:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)_112px_104px_minmax(0,1.2fr)] md:items-center md:gap-x-6";
