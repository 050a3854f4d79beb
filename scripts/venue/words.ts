/** What `npm run venue` says in the terminal, Chinese and English side by side. */
import type { VenueConfig } from '../../hub/domain/venue-config.ts'
import type { Role } from '../../shared/protocol/words.ts'
import type { Person } from './closed-house.ts'

export const help = `
  npm run venue -- new        建一家自己的门店 makes a venue of your own
  npm run venue -- pin        忘了 PIN，或输错十次停用了：在主机上重设，先停中枢
                              a PIN that is forgotten, or off after ten wrong tries: set anew at the hub's machine, hub stopped
     --staff 称呼             谁的；不写就问 whose; asked for otherwise
     OWNER_PIN=……             新的 PIN（老板只有一位就是他的）the new PIN (where there is one owner, theirs)

  new：
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

/** Those whose PIN is off are who it is about. */
export const whose = (people: readonly Person[]): string =>
  people
    .map(({ name, role, pinOff }, at) => {
      const number = String(at + 1).padStart(4)
      return `${number}  ${name.zhHans}   ${roleNames[role]}${pinOff ? '   PIN 已停用 is off' : ''}`
    })
    .join('\n')

const roleNames: Readonly<Record<Role, string>> = {
  owner: '老板 owner',
  manager: '经理 manager',
  bar: '吧台 bar',
  floor: '楼面 floor',
  desk: '咨客 desk',
}

export const whosePin = '给谁重设 whose PIN is set anew'
export const newPin = (name: string): string => `${name} 的新 PIN，六位数字 the new PIN of ${name}, six digits:`
export const newPinAgain = ownerPinAgain
export const nobodyCalled = (name: string): string => `这里没有 nobody here is called: ${name}`
export const noOwner = '这里没有老板，用 --staff 说是谁 there is no owner here: say whose by --staff'
export const severalOwners = '老板不止一位，用 --staff 说是谁 there are several owners: say which by --staff'
export const pinAsItWas = '没有改，PIN 还是原来的 nothing was changed: the PIN is what it was'

export const hubRuns = (folder: string): string =>
  `中枢开着，用着 ${folder}：先停下（Ctrl-C，或 systemctl stop changming-hub），再运行一次，然后开机
  The hub is running in ${folder}: stop it (Ctrl-C, or systemctl stop changming-hub), run this again, then start it`

export const startFirst = (folder: string): string =>
  `这个门店先要开一次机（升级，或放回备份）：${startCommand(folder)}，停下，再运行一次
  This house has to be started once (an upgrade, or a backup to be put back): ${startCommand(folder)}, stop it, run this again`

export const pinIsSet = (name: string, folder: string): string => `
  ${name} 的新 PIN 已写下，开机就能用；用旧 PIN 登录着的都退出，工作台的动态里会写着
  The new PIN of ${name} is on the disk and good from the next start; whoever was signed in by the old one is out, and the
  consoles' feed says so

  开机 start it     ${startCommand(folder)}
`

const startCommand = (folder: string): string => (folder === 'data' ? 'npm start' : `DATA_DIR=${folder} npm start`)
