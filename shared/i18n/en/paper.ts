import type { Translation } from '../message.ts'
import type { paper as source } from '../zh-hans/paper.ts'

export const paper: Translation<typeof source> = {
  printAgainMark: 'REPRINT',
  printMaybeTwice: 'REPRINT, may be out already',
  printMind: 'AVOID: {words}',
  printParts: 'with {parts}',
  printStaff: 'Attendant {staff}',
  printTestTitle: 'Test',
  printTestText: 'If you can read this line, the printer works',
  printTestRare: 'Rare characters 䶮㛃',
  labelShelf: 'Shelf {shelf}',
  labelLevel: '{tenths}/10 left',
  labelStored: 'Kept since',
  labelUntil: 'Kept until',
  labelClaim: 'Show this label to have it poured. Past its date it goes to the house.',
  'source.menu': 'Menu',
  'source.again': 'Another round',
  'source.usual': 'The usual',
  'source.staff': 'By staff',
  'source.gift': 'Gift',
}
