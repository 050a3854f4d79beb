/** Bottles that stand on the table all evening, and go into the keep when they are not empty. */
import type { MenuItem } from '../../../hub/domain/order/menu-item.ts'
import { type Row, shelf } from './shelf.ts'

const whisky: readonly Row[] = [
  ['chivas-12', '芝华士12年', '起瓦士12年', 'Chivas Regal 12', 'bottle', 588, { vip: 688 }],
  ['chivas-18', '芝华士18年', '起瓦士18年', 'Chivas Regal 18', 'bottle', 1288, { vip: 1388 }],
  ['walker-red', '尊尼获加红方', '約翰走路紅牌', 'Johnnie Walker Red Label', 'bottle', 458],
  ['walker-black', '尊尼获加黑方', '約翰走路黑牌', 'Johnnie Walker Black Label', 'bottle', 598, { vip: 698 }],
  ['walker-blue', '尊尼获加蓝方', '約翰走路藍牌', 'Johnnie Walker Blue Label', 'bottle', 3288],
  ['jack-daniels', '杰克丹尼', '傑克丹尼', "Jack Daniel's", 'bottle', 558],
  ['jim-beam', '占边波本', '金賓波本', 'Jim Beam', 'bottle', 458],
  ['jameson', '尊美醇', '尊美醇', 'Jameson', 'bottle', 528],
  ['ballantines', '百龄坛特醇', '百齡罈紅璽', "Ballantine's Finest", 'bottle', 428],
  ['macallan-12', '麦卡伦12年', '麥卡倫12年', 'The Macallan 12', 'bottle', 1688],
  ['glenfiddich-12', '格兰菲迪12年', '格蘭菲迪12年', 'Glenfiddich 12', 'bottle', 888],
  ['kakubin', '三得利角瓶', '三得利角瓶', 'Suntory Kakubin', 'bottle', 388],
  ['hibiki', '响·和风醇韵', '響·和風醇韻', 'Hibiki Harmony', 'bottle', 1988],
]

const brandy: readonly Row[] = [
  ['hennessy-vsop', '轩尼诗VSOP', '軒尼詩VSOP', 'Hennessy VSOP', 'bottle', 1188, { vip: 1288 }],
  ['hennessy-xo', '轩尼诗XO', '軒尼詩XO', 'Hennessy XO', 'bottle', 3288],
  ['martell-noblige', '马爹利名士', '馬爹利名士', 'Martell Noblige', 'bottle', 1288, { vip: 1388 }],
  ['martell-cordon-bleu', '马爹利蓝带', '馬爹利藍帶', 'Martell Cordon Bleu', 'bottle', 2588],
  ['martell-xo', '马爹利XO', '馬爹利XO', 'Martell XO', 'bottle', 3388],
  ['remy-vsop', '人头马VSOP', '人頭馬VSOP', 'Rémy Martin VSOP', 'bottle', 1088],
  ['remy-club', '人头马CLUB', '人頭馬CLUB', 'Rémy Martin CLUB', 'bottle', 1588],
  ['remy-xo', '人头马XO', '人頭馬XO', 'Rémy Martin XO', 'bottle', 3188],
]

const others: readonly Row[] = [
  ['absolut', '绝对伏特加', '絕對伏特加', 'Absolut Vodka', 'bottle', 428, { tags: ['vodka'] }],
  ['grey-goose', '灰雁伏特加', '灰雁伏特加', 'Grey Goose', 'bottle', 788, { tags: ['vodka'] }],
  ['bombay-sapphire', '孟买蓝宝石金酒', '龐貝藍鑽琴酒', 'Bombay Sapphire', 'bottle', 488, { tags: ['gin'] }],
  ['bacardi', '百加得白朗姆', '百加得白蘭姆', 'Bacardí Carta Blanca', 'bottle', 428, { tags: ['rum'] }],
  ['olmeca-gold', '奥美加金龙舌兰', '奧美加金龍舌蘭', 'Olmeca Gold', 'bottle', 458, { tags: ['tequila'] }],
  ['jagermeister', '野格', '野格', 'Jägermeister', 'bottle', 488, { tags: ['liqueur'], options: ['chilled'] }],
]

const baijiu: readonly Row[] = [
  ['wuliangye', '五粮液·普五52度', '五糧液·普五52度', 'Wuliangye 52%', 'bottle', 1688, { vip: 1788 }],
  ['guojiao-1573', '国窖1573', '國窖1573', 'Guojiao 1573', 'bottle', 1588, { vip: 1688 }],
  ['luzhou-tequ', '泸州老窖特曲', '瀘州老窖特曲', 'Luzhou Laojiao Tequ', 'bottle', 488],
  ['shuijingfang', '水井坊臻酿八号', '水井坊臻釀八號', 'Shuijingfang No. 8', 'bottle', 668],
  ['honghualang-15', '红花郎15', '紅花郎15', 'Honghualang 15', 'bottle', 888],
  ['honghualang-10', '红花郎10', '紅花郎10', 'Honghualang 10', 'bottle', 528],
  ['jiannanchun', '剑南春水晶剑', '劍南春水晶劍', 'Jiannanchun Crystal Sword', 'bottle', 688],
  ['shede', '品味舍得', '品味捨得', 'Shede Savor', 'bottle', 658],
  ['moutai', '飞天茅台', '飛天茅台', 'Kweichow Moutai Flying Fairy', 'bottle', 3288],
  ['tuopai', '沱牌特级T68', '沱牌特級T68', 'Tuopai T68', 'bottle', 168],
  ['jiangxiaobai', '江小白', '江小白', 'Jiangxiaobai 100 ml', 'bottle', 38],
]

export const spirits: readonly MenuItem[] = [
  ...shelf('whisky', { alcohol: true, tags: ['whisky'] }, whisky),
  ...shelf('brandy', { alcohol: true, tags: ['brandy'] }, brandy),
  ...shelf('spirits', { alcohol: true }, others),
  ...shelf('baijiu', { alcohol: true, tags: ['baijiu'] }, baijiu),
]
