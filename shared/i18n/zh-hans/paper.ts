/** What the ticket printer writes: the source that types the other languages. */

export const paper = {
  printAgainMark: '补打',
  printMaybeTwice: '补打，可能打过',
  printMind: '忌：{words}',
  printParts: '含 {parts}',
  printStaff: '服务员 {staff}',
  printTestTitle: '试打',
  printTestText: '这一行能看清，打印机就好了',
  printTestRare: '生僻字 䶮㛃',
  labelShelf: '架位 {shelf}',
  labelLevel: '剩{tenths}成',
  labelStored: '存入',
  labelUntil: '存到',
  labelClaim: '凭此标签取酒，过期归店',
  'source.menu': '自点',
  'source.again': '再来一轮',
  'source.usual': '老样子',
  'source.staff': '代下',
  'source.gift': '赠送',
} as const
