/** A table as a spreadsheet reads it. */

/** CRLF, RFC 4180 quotes, and a byte order mark: without it Excel reads Chinese as something else. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map(row => row.map(cell).join(',')).join('\r\n')}\r\n`

/** A name that a spreadsheet would take for a formula is text, wide signs as Chinese and Japanese ones read them too; a number below zero is none. */
function cell(text: string): string {
  const safe = /^\s*[=+@＝＋－＠-]|^[\t\r\n]/.test(text) && !/^-\d+(\.\d+)?$/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
