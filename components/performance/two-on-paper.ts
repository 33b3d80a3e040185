/** Figures side by side on paper: columns, since a browser leaves half a page empty before the row of a grid that does not fit. */
export const TWO_ON_PAPER = "print:block print:columns-2 print:gap-8";
