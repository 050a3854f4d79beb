/** The fixture's venue on a disk in memory: price list, people on duty, members with what nobody may see, songs. */
import type { Id } from '../../shared/protocol/primitives.ts'
import { createLowdbDocuments } from '../documents/lowdb-documents.ts'
import { members, menu, staff, venue } from '../domain/fixture.testing.ts'
import type { History, Member } from '../domain/member/member.ts'
import type { Song } from '../domain/playlist/song.ts'
import type { DeviceRow } from '../identity/devices.ts'
import type { Files } from '../ports.ts'

/** Ids in fixtures are words; records want `m1-wang`. */
export const memberId = (name: string): Id => `m1-${name}`
export const staffId = (name: string): Id => `st1-${name}`
export const deviceId = (name: string): Id => `d1-${name}`

/** In words and amounts that nothing else in a test contains. */
export const secrets = {
  taboo: '忌讳',
  name: '真名',
  phone: '1380000000',
  birthday: '11-2',
  note: '旧事',
  spend: 616_161_616,
}

const titles = ['吻别', '朋友', '一剪梅', '上海滩', '浮夸', '后来']
export const songs: readonly Song[] = [
  ...titles.map((title, index) => ({
    id: `song${index + 1}`,
    title,
    artist: '歌手',
    language: 'zh',
    popularity: 10 - index,
  })),
  { id: 'song-no', title: '不该唱', artist: '某某', language: 'zh', popularity: 99, blocked: true },
]

export const memberRows: readonly Member[] = [...members.values()].map(({ member }, index) => ({
  ...member,
  id: memberId(member.id),
  name: `${secrets.name}${index}`,
  phone: `${secrets.phone}${index}`,
  birthday: `${secrets.birthday}${index}`,
  taboos: [...member.taboos, `${secrets.taboo}${index}`],
  notes: [{ at: 0, by: staffId('mei'), text: `${secrets.note}${index}` }],
  code: `code-${member.id}-0123456789`,
  ...(member.accountManager !== undefined && { accountManager: staffId(member.accountManager) }),
}))

/** Wang was here once, sang what may not be sung any more, and spent a lot. */
const histories: readonly History[] = [
  {
    member: memberId('wang'),
    visits: [
      {
        visit: 'v-past',
        at: Date.UTC(2026, 9, 20, 12),
        room: 'v08',
        spend: secrets.spend,
        drunk: [{ item: 'tea', qty: 1 }],
        sung: [
          { song: 'song-no', title: '不该唱', artist: '某某' },
          { song: 'song2', title: '朋友', artist: '歌手' },
        ],
      },
    ],
    totals: { visits: 1, spend: secrets.spend },
  },
]

const console1 = (name: string, more: Partial<DeviceRow> = {}): DeviceRow => ({
  id: deviceId(name),
  name,
  kind: 'console',
  shared: false,
  tokens: [],
  createdAt: 0,
  revoked: false,
  ...more,
})
const devices: readonly DeviceRow[] = [
  console1('mei'),
  console1('desk', { shared: true }),
  console1('bar', { shared: true, station: 'bar' }),
  console1('kiosk', { kind: 'kiosk' }),
  console1('reader', { kind: 'reader', kiosk: deviceId('kiosk') }),
]

export async function furnish(files: Files): Promise<void> {
  const documents = createLowdbDocuments({ files, folder: 'data' })
  const put = async (name: string, value: unknown) => {
    const document = await documents.open(
      name,
      raw => raw,
      () => value,
    )
    await document.save(value)
  }
  const shard = (rows: readonly { id: Id }[]) => ({
    rows: rows.map(row => ({ id: row.id, versions: [{ rev: 1, value: row }] })),
  })
  await put('venue', venue)
  await put('menu', { categories: [{ id: 'drinks', name: { zhHans: '酒水' } }], items: menu, tags: [] })
  await put('songs', songs)
  await put('staff/st1', shard(staff.map(person => ({ ...person, id: staffId(person.id) }))))
  await put('members/m1', shard(memberRows))
  await put('devices/d1', shard(devices))
  await put('histories/m1', { seq: 0, rows: histories })
  await documents.close()
}
