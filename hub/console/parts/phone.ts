/** What a phone number is, as the protocol has it. */
export const isPhone = (typed: string): boolean => /^\d{5,15}$/.test(typed)
