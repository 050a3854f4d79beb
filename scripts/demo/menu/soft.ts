/** What is drunk without alcohol, cold and hot, and what goes into the spirits. */
import type { MenuItem } from '../../../hub/domain/order/menu-item.ts'
import { type Row, shelf } from './shelf.ts'

const cold: readonly Row[] = [
  ['coke', '可口可乐', '可口可樂', 'Coca-Cola', 'can', 12, { tags: ['sugar'], options: ['with-lemon'] }],
  ['coke-zero', '零度可乐', '零卡可樂', 'Coke Zero', 'can', 12, { options: ['with-lemon'] }],
  ['sprite', '雪碧', '雪碧', 'Sprite', 'can', 12, { tags: ['sugar'] }],
  ['fanta', '芬达', '芬達', 'Fanta Orange', 'can', 12, { tags: ['sugar'] }],
  ['green-tea', '绿茶', '綠茶', 'Sweet green tea', 'bottle', 15, { tags: ['tea', 'sugar'] }],
  ['ice-red-tea', '冰红茶', '冰紅茶', 'Lemon iced tea', 'bottle', 15, { tags: ['tea', 'sugar'] }],
  ['jasmine-tea', '茉莉蜜茶', '茉莉蜜茶', 'Jasmine honey tea', 'bottle', 15, { tags: ['tea', 'sugar'] }],
  ['oolong-bottle', '无糖乌龙茶', '無糖烏龍茶', 'Oolong tea, no sugar', 'bottle', 15, { tags: ['tea'] }],
  ['wanglaoji', '王老吉', '王老吉', 'Wanglaoji herbal tea', 'can', 15, { tags: ['sugar'] }],
  ['red-bull', '红牛', '紅牛', 'Red Bull', 'can', 18, { tags: ['sugar'] }],
  ['mizone', '脉动', '脈動', 'Mizone', 'bottle', 15, { tags: ['sugar'] }],
  ['soda-water', '苏打水', '蘇打水', 'Soda water', 'can', 12],
  ['tonic', '汤力水', '通寧水', 'Tonic water', 'can', 15, { tags: ['sugar'] }],
  ['water', '矿泉水', '礦泉水', 'Still water', 'bottle', 8],
  ['perrier', '巴黎水', '沛綠雅', 'Perrier', 'bottle', 25],
  ['vv-soy', '唯怡豆奶', '唯怡豆奶', 'Weiyi soy milk', 'bottle', 15, { tags: ['soy', 'peanut', 'sugar'] }],
  ['coconut', '椰汁', '椰汁', 'Coconut drink', 'can', 15, { tags: ['sugar'] }],
  ['yakult-green', '养乐多绿茶', '養樂多綠茶', 'Yakult green tea', 'jug', 68, { tags: ['tea', 'dairy', 'sugar'] }],
  ['orange-juice', '鲜榨橙汁', '鮮榨柳橙汁', 'Fresh orange juice', 'jug', 78, { tags: ['juice', 'fruit'] }],
  ['watermelon-juice', '鲜榨西瓜汁', '鮮榨西瓜汁', 'Fresh watermelon juice', 'jug', 68, { tags: ['juice', 'fruit'] }],
  ['mango-juice', '鲜榨芒果汁', '鮮榨芒果汁', 'Fresh mango juice', 'jug', 88, { tags: ['juice', 'fruit', 'mango'] }],
  ['plum-juice', '酸梅汤', '酸梅湯', 'Sour plum drink', 'jug', 48, { tags: ['sugar'] }],
  ['lemon-slices', '柠檬片', '檸檬片', 'Lemon slices', 'portion', 15, { tags: ['fruit'] }],
]

const hot: readonly Row[] = [
  ['piaoxue', '碧潭飘雪', '碧潭飄雪', 'Bitan jasmine tea', 'pot', 78, { tags: ['tea'] }],
  ['zhuyeqing', '竹叶青', '竹葉青', 'Zhuyeqing green tea', 'pot', 88, { tags: ['tea'] }],
  ['tieguanyin', '铁观音', '鐵觀音', 'Tieguanyin oolong', 'pot', 88, { tags: ['tea'] }],
  ['puer', '熟普洱', '熟普洱', "Ripe pu'er", 'pot', 88, { tags: ['tea'] }],
  [
    'chrysanthemum',
    '菊花枸杞茶',
    '菊花枸杞茶',
    'Chrysanthemum tea',
    'pot',
    68,
    { tags: ['tea'], options: ['no-sugar'] },
  ],
  [
    'yuzu-tea',
    '蜂蜜柚子茶',
    '蜂蜜柚子茶',
    'Honey yuzu tea',
    'pot',
    68,
    { tags: ['tea', 'sugar'], options: ['less-sugar'] },
  ],
  [
    'ginger-tea',
    '红糖姜枣茶',
    '紅糖薑棗茶',
    'Ginger and date tea',
    'pot',
    58,
    { tags: ['tea', 'sugar'], options: ['less-sugar'] },
  ],
  ['americano', '美式咖啡', '美式咖啡', 'Americano', 'glass', 28, { tags: ['coffee'], options: ['less-ice'] }],
  ['latte', '拿铁', '拿鐵', 'Latte', 'glass', 32, { tags: ['coffee', 'dairy'], options: ['no-sugar'] }],
  ['hot-milk', '热牛奶', '熱牛奶', 'Hot milk', 'glass', 22, { tags: ['dairy'], options: ['no-sugar'] }],
  ['sober-soup', '醒酒汤', '醒酒湯', 'Sobering soup', 'bowl', 28, { tags: ['sugar'], gift: true }],
]

export const soft: readonly MenuItem[] = [
  ...shelf('soft', { tags: ['soft'], options: ['less-ice', 'no-ice', 'room-temperature'] }, cold),
  ...shelf('soft', { tags: ['soft'] }, [['ice', '冰块', '冰塊', 'Ice', 'bucket', 20]]),
  ...shelf('hot', {}, hot),
]
