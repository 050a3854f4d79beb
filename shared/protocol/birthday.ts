/** A day of a month, with its year or without: 05-18 or 1976-05-18. */
export const birthdayShape = /^(\d{4}-)?(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

const daysOf = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** One that comes round: by its shape alone a 30th of February would be one, and nobody would ever be told of it. */
export function isBirthday(text: string): boolean {
  if (!birthdayShape.test(text)) return false
  const [day = 0, month = 0, year] = text.split('-').map(Number).reverse()
  if (month === 2 && day === 29 && year !== undefined) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day <= (daysOf[month - 1] ?? 0)
}
