/** What `npm run venue` says in the terminal, Chinese and English side by side. */
import type { VenueConfig } from '../../hub/domain/venue-config.ts'

export const help = `
  npm run venue -- new        建一家自己的门店 makes a venue of your own

  问几个问题就好，回车用括号里的，< 回到上一题；最后列出来，问过才建。也可以都写在参数里。
  It asks a few questions; Enter takes what stands in brackets, < goes back one question; at the end it says what will be
  made and asks. Or say it all in flags:

  --name 名 --name-en NAME    店名 its name
  --city 城市                 the city
  --time-zone Asia/Shanghai   时区 time zone
  --currency CNY              币种 currency
  --language zh-Hans          屏幕语言 what the screens speak: zh-Hans, zh-Hant, en
  --class small=2x8+3x4,188,58
                              一类包厢：楼层x间数，低消，每小时；可写几次
                              rooms of a class: floor x rooms, minimum spend, an hour; several times
                              small 小包 4, medium 中包 8, large 大包 14, vip 豪华包 20
  --owner 称呼                老板 the owner
  --players y|n               用包厢屏点歌（y），还是自己的点歌机（n）songs on the panels (y), or a machine of your own (n)
  --menu y|n --songs y|n      要不要样板酒水单和歌库 copy the starter menu and songs
  --cards y|n                 会员有没有卡：没有，大堂就不请人碰卡 whether members have cards: without, the lobby asks for none
  --wifi 名 --wifi-password 密码
                              客人用的 Wi-Fi，大堂屏先出它的码 the guests' Wi-Fi: the lobby shows its code first
  --yes                       其余都用常见的，不问 the rest as most have it, nothing asked
  --data DIR                  数据夹 the data folder; DATA_DIR, data
  OWNER_PIN=……                老板的 PIN，不写就问 the owner's PIN; asked for otherwise

  例 e.g.   DATA_DIR=myvenue npm run venue -- new
`

export const alreadyThere = (folder: string): string => `
  ${folder} 里已经有东西了，不会改动。用 DATA_DIR 或 --data 指定一个空的数据夹。
  Something is in ${folder} already; it stays as it is. Choose an empty folder with DATA_DIR or --data.
`

export const classNames = {
  small: '小包（4人）small',
  medium: '中包（8人）medium',
  large: '大包（14人）large',
  vip: '豪华包（20人）VIP',
} as const

export const howToAnswer = `
  回车用括号里的，< 回到上一题，Ctrl-C 不建了；最后问过才建
  Enter takes what stands in brackets, < goes back one question, Ctrl-C gives up; nothing is made before you agree at the end
`
export const firstQuestion = '    这是第一题 this is the first question'
export const ownerPin = '老板的 PIN，六位数字 owner PIN, six digits:'
export const ownerPinAgain = '再输一次 once more:'
export const makeIt = '建吗？< 回去改，n 不建 make it? < to go back and change it, n to give up'
export const nothingMade = '没有建，什么也没写下 nothing was made, nothing was written'

export const noRooms = '一间包厢都没有 there is no room at all'
export const noPin =
  'OWNER_PIN: 没有人可问，请写在环境变量里 nobody is there to ask; give it in the environment (six digits)'

export function made(venue: VenueConfig, folder: string): string {
  return `
  建好了 made   ${venue.name.zhHans}   ${venue.rooms.length} 间 rooms   ${folder}

  开机 start it     ${startCommand(folder)}
  首页、包厢屏、吧台、老板台的链接会印出来，打开即配对。其余的屏幕上有六个字符，在老板台里输入。
  It prints links that pair the lobby screen, the first panel, the bar and the owner's console. Every other screen
  shows six characters: type them into the owner's console.

  现在只有这台电脑连得上；平板和手机要用，开机时写上这台电脑的地址，比如
  So far only this machine reaches it; for tablets and phones start it with this machine's address, such as
  ${[...(folder === 'data' ? [] : [`DATA_DIR=${folder}`]), 'HOST=192.168.1.20'].join(' ')} npm start

  酒水、员工、包厢、计时：在老板台的「设置」里改
  price list, staff, rooms, tariffs: under Set-up on the owner's console
`
}

const startCommand = (folder: string): string => (folder === 'data' ? 'npm start' : `DATA_DIR=${folder} npm start`)
