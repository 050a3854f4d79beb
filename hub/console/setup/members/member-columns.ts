/** What the columns of a list of members are called, in whatever kept it until now. Pure. */
import type { Tier } from '../../../../shared/protocol/words.ts'

export const memberFields = [
  'name',
  'called',
  'phone',
  'card',
  'tier',
  'birthday',
  'taboos',
  'tastes',
  'manager',
  'note',
] as const
export type MemberField = (typeof memberFields)[number]

const names: Readonly<Record<MemberField, readonly string[]>> = {
  name: [
    'name',
    'fullname',
    'membername',
    '姓名',
    '名字',
    '会员姓名',
    '會員姓名',
    '会员名称',
    '會員名稱',
    '客户姓名',
    '客戶姓名',
  ],
  called: ['called', 'title', 'salutation', '称呼', '稱呼', '尊称', '尊稱', '昵称', '暱稱'],
  phone: [
    ...[
      'phone',
      'mobile',
      'tel',
      'phonenumber',
      'mobilenumber',
      '手机',
      '手機',
      '手机号',
      '手機號',
      '手机号码',
      '手機號碼',
    ],
    ...['电话', '電話', '联系电话', '聯絡電話', '电话号码', '電話號碼', '会员手机', '會員手機'],
  ],
  card: [
    'card',
    'cardno',
    'cardnumber',
    '卡号',
    '卡號',
    '会员卡号',
    '會員卡號',
    '实体卡号',
    '實體卡號',
    '卡面号',
    '卡面號',
  ],
  tier: [
    'tier',
    'level',
    'grade',
    '等级',
    '等級',
    '级别',
    '級別',
    '会员等级',
    '會員等級',
    '会员级别',
    '會員級別',
    '卡类型',
    '卡類型',
  ],
  birthday: ['birthday', 'dateofbirth', 'dob', '生日', '出生日期', '会员生日', '會員生日'],
  taboos: ['taboos', 'taboo', '禁忌', '忌口', '忌讳', '忌諱'],
  tastes: ['tastes', 'likes', '喜好', '偏好', '爱好', '愛好', '口味'],
  manager: [
    'accountmanager',
    'manager',
    '客户经理',
    '客戶經理',
    '专属经理',
    '專屬經理',
    '订房人',
    '訂房人',
    '业务员',
    '業務員',
  ],
  note: ['note', 'notes', 'remark', 'remarks', '备注', '備註', '说明', '說明'],
}
const fieldOf = new Map(memberFields.flatMap(field => names[field].map(word => [word, field] as const)))

export interface Column {
  readonly header: string
  /** Undefined: nobody here keeps it. */
  readonly field?: MemberField
}

/** A field that two columns are called by is the first one's. */
export function memberColumns(header: readonly string[]): readonly Column[] {
  const taken = new Set<MemberField>()
  return header.map(cell => {
    const plain = cell
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s_\-().:*]/g, '')
    const field = fieldOf.get(plain)
    if (field === undefined || taken.has(field)) return { header: cell.slice(0, 60) }
    taken.add(field)
    return { header: cell.slice(0, 60), field }
  })
}

/** The best first: 黑金卡 is black, and 白金 above gold. */
const tierWords: readonly (readonly [Tier, RegExp])[] = [
  ['black', /黑|至尊|black/i],
  ['diamond', /钻|鑽|白金|铂金|鉑金|diamond|platinum/i],
  ['gold', /金|gold/i],
  ['silver', /银|銀|silver/i],
  ['guest', /普|guest|regular|basic/i],
]

/** Of who has none they are silver, as at the desk; undefined for a word that nobody here knows. */
export function tierOf(cell: string): Tier | undefined {
  return cell === '' ? 'silver' : tierWords.find(([, word]) => word.test(cell))?.[0]
}
