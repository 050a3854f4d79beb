/** What a phone number is, as the protocol has it. */

/** However it is written, +852 9123-4567 or in an input method's own figures: its figures. */
export const typedPhone = (typed: string): string => typed.normalize('NFKC').replace(/\D/g, '')
export const isPhone = (typed: string): boolean => /^\d{5,15}$/.test(typed)
