/** What is said to the guest behind the one who is being asked something: a line beside the question, which stays. */
import { createPassing, type Passing } from './passing.ts'

/** Somebody comes for them; their card once more, please; somebody comes to help. */
export type AsideWords = 'meets' | 'again' | 'helps'

const readMs = 15_000

export const createAside = (): Passing<AsideWords> => createPassing(readMs)
