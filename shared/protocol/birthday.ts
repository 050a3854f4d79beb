/** A day of a month, with its year or without: 05-18 or 1976-05-18. */
export const birthdayShape = /^(\d{4}-)?(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
