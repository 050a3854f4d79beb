/** What a phone number and a birthday are, as the protocol has them. */
import { birthdayShape } from '../../../shared/protocol/birthday.ts'

export const isPhone = (typed: string): boolean => /^\d{5,15}$/.test(typed)
export const isBirthday = (typed: string): boolean => birthdayShape.test(typed)
