/** What somebody was just told can be read before the next guest is asked anything. */
import { createPassing, type Passing } from './passing.ts'

const readMs = 4000

export const createReading = (): Passing<'told'> => createPassing(readMs)
