/** Text in a terminal's columns, of which Chinese, Japanese and Korean characters and emoji take two. */
export const padded = (text: string, columns: number): string => text + ' '.repeat(Math.max(1, columns - widthOf(text)))

export const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (wide.test(sign) ? 2 : 1), 0)

const wide = /[ᄀ-ᅟ⺀-〾ぁ-꓆가-힣豈-﫿︰-﹏＀-｠￠-￦\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u
