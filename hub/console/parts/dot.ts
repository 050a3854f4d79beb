/** Between several facts in one line. Where the line breaks it stays with what is before it: no line begins with a dot. */
export const dot = '\u00a0· '
