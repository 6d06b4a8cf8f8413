/** Excel's own: a longer cell cannot be saved as .xlsx. */
export const LONGEST_CELL = 32_767
/** The widest table of a department we know has some sixty columns. */
export const MOST_COLUMNS = 500
/** A row, or a text, as it stands in the file; what is longer has no end and is no row. */
export const MOST_OF_A_ROW = 1024 ** 2
/** Where a heading may still be told from a remark. */
export const LONGEST_HEADING = 200
