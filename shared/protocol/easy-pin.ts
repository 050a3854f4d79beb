/** PINs that whoever looks for one tries first. */

/** One or two digits only, runs, lines of the keypad, parts that come again, dates, and what people like to type. */
export function isEasyPin(pin: string): boolean {
  const halves = [pin.slice(0, 3), pin.slice(3)]
  return new Set(pin).size < 3 || isRun(pin) || halves.every(isLine) || comesAgain(pin) || isDate(pin) || liked.has(pin)
}

/** 123456, 987654, 024680 backwards and forwards; 890123 goes round. */
function isRun(digits: string): boolean {
  const steps = new Set([...digits].slice(1).map((digit, at) => (Number(digit) - Number(digits[at]) + 10) % 10))
  return steps.size === 1 && [0, 1, 2, 8, 9].some(step => steps.has(step))
}

/** Of a keypad of three columns, or three of a run: 147 258, 159 357, 123 789. */
const isLine = (half: string): boolean => isRun(half) || keypadLines.has(half)
const keypadLines = new Set(['147', '258', '369', '159', '357'].flatMap(line => [line, [...line].reverse().join('')]))

/** 123123, 121212, 112233, 123321. */
function comesAgain(pin: string): boolean {
  const [half, pair] = [pin.slice(0, 3), pin.slice(0, 2)]
  return (
    pin === half + half ||
    pin === pair + pair + pair ||
    pin === half + [...half].reverse().join('') ||
    /^(\d)\1(\d)\2(\d)\3$/.test(pin)
  )
}

/** Somebody's birthday, in whatever order it is written: 880816, 160888, 081688; 198808. */
function isDate(pin: string): boolean {
  const [a, b, c] = [Number(pin.slice(0, 2)), Number(pin.slice(2, 4)), Number(pin.slice(4))]
  const isDay = (month: number, day: number) => month >= 1 && month <= 12 && day >= 1 && day <= 31
  return isDay(b, c) || isDay(b, a) || isDay(a, b) || (/^(19|20)/.test(pin) && isDay(c, 1))
}

/** 我爱你一生一世, 一路发, keys side by side, the digits of π: known from lists of what was stolen elsewhere. */
const liked = new Set(
  '520131 131420 246810 135790 131452 521131 168888 518888 314159 112358 142857 147896 123654 456321 159874 102030 110120 119120 520250 456852 852456 292513'.split(
    ' ',
  ),
)
