import type { Translation } from '../message.ts'
import type { paper as source } from '../zh-hans/paper.ts'

export const paper: Translation<typeof source> = {
  printAgainMark: '補印',
  printMaybeTwice: '補印，可能印過',
  printMind: '忌：{words}',
  printParts: '含 {parts}',
  printStaff: '服務員 {staff}',
  printTestTitle: '試印',
  printTestText: '看得清這一行，印表機就沒問題',
  printTestRare: '罕用字 䶮㛃',
  labelShelf: '架位 {shelf}',
  labelLevel: '剩 {tenths} 成',
  labelStored: '寄存',
  labelUntil: '寄存至',
  labelClaim: '憑此標籤取酒，逾期歸店',
  'source.menu': '自點',
  'source.again': '再來一輪',
  'source.usual': '老樣子',
  'source.staff': '代下',
  'source.gift': '贈送',
}
