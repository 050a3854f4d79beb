/** In what things are sold. */
import type { LocalizedText } from '../../../shared/protocol/primitives.ts'

export const units = {
  dozen: { zhHans: '打', zhHant: '打', en: 'dozen' },
  halfDozen: { zhHans: '半打', zhHant: '半打', en: 'half dozen' },
  bottle: { zhHans: '瓶', zhHant: '瓶', en: 'bottle' },
  can: { zhHans: '听', zhHant: '罐', en: 'can' },
  glass: { zhHans: '杯', zhHant: '杯', en: 'glass' },
  jug: { zhHans: '扎', zhHant: '壺', en: 'jug' },
  pot: { zhHans: '壶', zhHant: '壺', en: 'pot' },
  bucket: { zhHans: '桶', zhHant: '桶', en: 'bucket' },
  portion: { zhHans: '份', zhHant: '份', en: 'portion' },
  plate: { zhHans: '盘', zhHant: '盤', en: 'plate' },
  bowl: { zhHans: '碗', zhHant: '碗', en: 'bowl' },
  bag: { zhHans: '袋', zhHant: '袋', en: 'bag' },
  pack: { zhHans: '包', zhHant: '包', en: 'pack' },
  piece: { zhHans: '个', zhHant: '個', en: 'piece' },
  bunch: { zhHans: '束', zhHant: '束', en: 'bunch' },
  set: { zhHans: '套', zhHant: '套', en: 'set' },
} as const satisfies Readonly<Record<string, LocalizedText>>

export type UnitId = keyof typeof units
