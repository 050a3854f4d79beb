/** What is about three fifths as wide as a character: letters, digits, and what stands between them. */
export const narrow = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}\s.,'’·-]/u
