/** What `npm run simulate` says in the terminal, Chinese and English side by side. */
import type { Evening } from './evening.ts'
import type { Tally } from './tally.ts'

export const help = `
  npm run simulate            模拟客人和员工 simulated guests and staff

  他们用真的连接来玩一家开着的门店：来客、点歌、点单、呼叫、接单、买单、关房。
  They play in a venue that is open, on real sockets: parties arrive, sing, order, call; staff answer, settle, close.
  Ctrl-C 停 stops them; 门店照常 the venue goes on.

  --hub URL                   中枢地址 the hub; http://localhost:8080
  --data DIR                  数据夹 the hub's data folder; DATA_DIR, data
  --rooms N                   保持多少间有客 rooms to keep occupied; 60 %
  --speed X                   几倍速 how many times faster; 1
  --seed S                    同一个种子，同一种偶然 the same seed, the same chance
  --quiet                     不写状态行 no status lines

  自己的门店 a venue of your own:
  --pin PIN                   每次都要，哪里都不存 each time, kept nowhere (or SIMULATE_PIN)
  --link URL --staff NAME     第一次：开机时印出的工作台链接，和在那里登录的经理或老板
                              the first time: the console link that the hub printed, and the manager or owner who signs in there

  模拟的单和呼叫会写进真的流水，删不掉；营业时别开。
  What they order and call for goes into the venue's real journal and stays there: not while guests are in the house.

  例 e.g.   npm run simulate -- --rooms 12 --speed 5
`

export const needsLink = `
  自己的门店：每次要 PIN，第一次还要链接和名字。
  A venue of your own: the PIN each time, link and name the first time.

    npm run simulate -- --pin <PIN> --link <开机时印出的工作台链接 the console link printed at the start> --staff <名字 name>
`

export const started = (origin: string, rooms: number | undefined, speed: number): string =>
  `  模拟开始 simulating   ${origin}   ${rooms === undefined ? '60 %' : `${rooms} 间 rooms`}   x${speed}   Ctrl-C 停 stops`

export const pairing = (what: string, done: number, of: number): string => `  配对 pairing   ${done}/${of}   ${what}`

export const waitingFor = (ms: number): string =>
  `  中枢每分钟只配对十台，等 ${Math.ceil(ms / 1000)} 秒 the hub pairs ten a minute: waiting`

export function status(at: Date, rooms: ReturnType<Evening['rooms']>, { counts, refusals }: Tally): string {
  const time = at.toTimeString().slice(0, 8)
  const house = rooms ? `开台 rooms ${rooms.occupied}/${rooms.inAll}` : '等中枢 waiting for the hub'
  const refused = refusals().reduce((sum, [, times]) => sum + times, 0)
  const parts = [
    house,
    `点单 orders ${counts.orders} → ${counts.delivered}`,
    `呼叫 calls ${counts.requests} → ${counts.resolved}`,
    `唱完 sung ${counts.songs}`,
    `来去 parties ${counts.opened} → ${counts.closed}`,
    `被拒 refused ${refused}`,
  ]
  return `  ${time}  ${parts.join(' · ')}`
}

export function farewell(tally: Tally): string {
  const refusals = tally.refusals().map(([code, times]) => `${code} ${times}`)
  const unexpected = tally.unexpected().map(([what, times]) => `    ${what}   ${times}`)
  return [
    '',
    `  被拒 refused: ${refusals.length > 0 ? refusals.join(', ') : '没有 none'}`,
    ...(tally.lost > 0 ? [`  断线没有回音 lost with the link: ${tally.lost}`] : []),
    ...(unexpected.length > 0
      ? ['  不该有的，请报告 not to be expected, please report:', ...unexpected]
      : ['  没有意外 nothing unexpected']),
    '',
  ].join('\n')
}
