/** What a phone number and a birthday are, as the protocol has them. */
export const isPhone = (typed: string): boolean => /^\d{5,15}$/.test(typed)
export const isBirthday = (typed: string): boolean => /^(\d{4}-)?\d\d-\d\d$/.test(typed)
