/** Text in a terminal's columns, of which Chinese characters take two. */
export const padded = (text: string, columns: number): string => text + ' '.repeat(Math.max(1, columns - widthOf(text)))

export const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[⺀-鿿＀-｠]/.test(sign) ? 2 : 1), 0)
