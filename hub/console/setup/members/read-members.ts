/** A list of members as another system kept it: who each row is, or why it is nobody. Pure. */

import { isBirthday } from '../../../../shared/protocol/birthday.ts'
import { fitsScreens } from '../../../../shared/protocol/called.ts'
import type { CommandOf } from '../../../../shared/protocol/commands.ts'
import type { Id } from '../../../../shared/protocol/primitives.ts'
import { separatorOf, type TableRow, tableRows } from '../../../../shared/protocol/read-table.ts'
import { tagLength, tagsMost } from '../../../../shared/protocol/words.ts'
import { isPhone, typedPhone } from '../../parts/phone.ts'
import { type Column, type MemberField, memberColumns, tierOf } from './member-columns.ts'

export interface ListedMember {
  readonly line: number
  readonly details: CommandOf<'NewMember'>['details']
  /** As it is printed on it. */
  readonly card?: string
}

export const memberFaults = ['name', 'nothing', 'phone', 'card', 'birthday', 'tier', 'long', 'twice', 'broken'] as const
export type MemberFault = (typeof memberFaults)[number]

export interface MemberList {
  readonly columns: readonly Column[]
  readonly members: readonly ListedMember[]
  readonly faults: readonly { readonly line: number; readonly why: MemberFault }[]
}

export interface HouseWords {
  /** Whose name that is; nobody's is kept in the note. */
  readonly colleague: (name: string) => Id | undefined
  /** A taboo or a taste as the house keeps it: what is never offered is told by the menu's own tags. */
  readonly tag: (word: string) => string
}

/** Undefined: its first line names no column of a name. */
export function readMembers(text: string, words: HouseWords): MemberList | undefined {
  const rows = tableRows(text, separatorOf(text))
  const header = rows.next()
  if (header.done) return undefined
  const columns = memberColumns(header.value.cells)
  if (!columns.some(({ field }) => field === 'name' || field === 'called')) return undefined
  const known = new Set<string>()
  const members: ListedMember[] = []
  const faults: MemberList['faults'][number][] = []
  for (const row of rows) {
    const member = memberOf(row, columns, words)
    const keys = typeof member === 'string' ? [] : keysOf(member)
    const why = typeof member === 'string' ? member : keys.some(key => known.has(key)) ? 'twice' : undefined
    if (typeof member === 'string' || why !== undefined) faults.push({ line: row.line, why: why ?? 'broken' })
    else members.push(member)
    for (const key of keys) known.add(key)
  }
  return { columns, members, faults }
}

const keysOf = ({ details: { phone }, card }: ListedMember): readonly string[] => [
  ...(phone === undefined ? [] : [`phone ${phone}`]),
  ...(card === undefined ? [] : [`card ${card}`]),
]

function memberOf(
  { line, cells, broken }: TableRow,
  columns: readonly Column[],
  { colleague, tag }: HouseWords,
): ListedMember | MemberFault {
  if (broken) return 'broken'
  const cell = (field: MemberField): string => (cells[columns.findIndex(one => one.field === field)] ?? '').trim()
  const name = cell('name')
  const called = cell('called') || name
  if (called === '') return 'name'
  const phone = phoneOf(cell('phone'))
  const card = cell('card').normalize('NFKC').replace(/\s/g, '')
  if (phone === undefined) return 'phone'
  if (card !== '' && !printed.test(card)) return 'card'
  // Whom nothing names but their name may be anybody, and would be there twice after the list was read once more.
  if (phone === '' && card === '') return 'nothing'
  const birthday = birthdayOf(cell('birthday'))
  if (birthday === undefined) return 'birthday'
  const tier = tierOf(cell('tier'))
  if (!tier) return 'tier'
  const [taboos, tastes] = [tagsOf(cell('taboos'), tag), tagsOf(cell('tastes'), tag)]
  const manager = cell('manager')
  const accountManager = manager === '' ? undefined : colleague(manager)
  const stranger = manager === '' || accountManager !== undefined ? '' : `${headerOf(columns, 'manager')}: ${manager}`
  const note = [cell('note'), stranger].filter(one => one !== '').join('; ')
  if (!fitsScreens(called) || called.length > 24 || name.length > 40 || note.length > 300) return 'long'
  if ([...taboos, ...tastes].some(one => one.length > tagLength) || Math.max(taboos.length, tastes.length) > tagsMost)
    return 'long'
  return {
    line,
    details: {
      called,
      tier,
      // Who agreed to be sung out by another house's list agreed to nothing here.
      welcome: false,
      ...(name !== '' && name !== called && { name }),
      ...(phone !== '' && { phone }),
      ...(birthday !== '' && { birthday }),
      ...(taboos.length > 0 && { taboos: [...taboos] }),
      ...(tastes.length > 0 && { tastes: [...tastes] }),
      ...(accountManager !== undefined && { accountManager }),
      ...(note !== '' && { note }),
    },
    ...(card !== '' && { card }),
  }
}

const headerOf = (columns: readonly Column[], wanted: MemberField): string =>
  columns.find(({ field }) => field === wanted)?.header ?? ''

const printed = /^[\x21-\x7e]{4,64}$/

/** Undefined for what is none: a spreadsheet may have made 1.38E+10 of it. */
function phoneOf(cell: string): string | undefined {
  if (cell === '') return ''
  if (/[a-z]/i.test(cell)) return undefined
  const figures = typedPhone(cell.replace(/\.0+$/, ''))
  // As guests type it: without the country's.
  const plain = /^86(1\d{10})$/.exec(figures)?.[1] ?? figures
  return isPhone(plain) ? plain : undefined
}

/** 1976-05-18, 1976/5/18, 1976年5月18日, 19760518, 5月18日; a time behind it is passed over. */
function birthdayOf(cell: string): string | undefined {
  if (cell === '') return ''
  const plain = cell.normalize('NFKC').replace(/\s+\d{1,2}:\d{2}.*$/, '')
  const [, year, month = '', day = ''] =
    /^(\d{4})(\d\d)(\d\d)$/.exec(plain) ??
    /^(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(plain) ??
    []
  const read = `${year === undefined ? '' : `${year}-`}${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isBirthday(read) ? read : undefined
}

const tagsOf = (cell: string, tag: (word: string) => string): readonly string[] => [
  ...new Set(
    cell
      .split(/[,，、;；/|]/)
      .map(one => one.trim())
      .filter(one => one !== '')
      .map(tag),
  ),
]

/** In the letters in which spreadsheets save: marked, or UTF-8, or else those of the land. */
export function lettersOf(bytes: Uint8Array<ArrayBuffer>, land: 'gb18030' | 'big5'): string {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder(land).decode(bytes)
  }
}
