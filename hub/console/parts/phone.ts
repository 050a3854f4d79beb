/** What a phone number and a birthday are, as the protocol has them. */
import { birthdayShape } from '../../../shared/protocol/birthday.ts'

/** However it is written, +852 9123-4567 or in an input method's own figures: its figures. */
export const typedPhone = (typed: string): string => typed.normalize('NFKC').replace(/\D/g, '')
export const isPhone = (typed: string): boolean => /^\d{5,15}$/.test(typed)
export const isBirthday = (typed: string): boolean => birthdayShape.test(typed)
