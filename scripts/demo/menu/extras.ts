/** Cigarettes, and things for the party. */
import type { MenuItem } from '../../../hub/domain/order/menu-item.ts'
import { type Row, shelf } from './shelf.ts'

const tobacco: readonly Row[] = [
  ['chunghwa-soft', '软中华', '軟中華', 'Chunghwa, soft pack', 'pack', 75],
  ['chunghwa-hard', '硬中华', '硬中華', 'Chunghwa, hard pack', 'pack', 50],
  ['yuxi', '软玉溪', '軟玉溪', 'Yuxi, soft pack', 'pack', 28],
  ['jiaozi-kuanzhai', '娇子宽窄好运', '嬌子寬窄好運', 'Jiaozi Kuanzhai', 'pack', 40],
  ['jiaozi-blue', '娇子格调', '嬌子格調', 'Jiaozi Gediao', 'pack', 25],
  ['huanghelou', '黄鹤楼1916', '黃鶴樓1916', 'Huanghelou 1916', 'pack', 110],
  ['liqun', '利群', '利群', 'Liqun', 'pack', 20],
  ['nanjing', '南京炫赫门', '南京炫赫門', 'Nanjing Xuanhemen', 'pack', 22],
]

const party: readonly Row[] = [
  [
    'birthday-cake',
    '生日蛋糕8寸',
    '生日蛋糕8吋',
    '8-inch birthday cake',
    'piece',
    198,
    { tags: ['food', 'dairy', 'egg', 'gluten', 'sugar'] },
  ],
  ['bouquet', '鲜花束', '鮮花束', 'Bouquet', 'bunch', 168],
  ['balloons', '气球布置', '氣球佈置', 'Balloon decoration', 'set', 298],
  ['glow-sticks', '荧光棒', '螢光棒', 'Glow sticks', 'set', 20, { gift: true }],
  ['lighter', '打火机', '打火機', 'Lighter', 'piece', 5, { tags: ['tobacco'] }],
  ['mic-covers', '一次性话筒套', '拋棄式麥克風套', 'Microphone covers', 'set', 10, { gift: true }],
]

export const extras: readonly MenuItem[] = [
  ...shelf('tobacco', { tags: ['tobacco'] }, tobacco),
  ...shelf('party', { again: false }, party),
]
