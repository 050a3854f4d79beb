/** What every surface may know of the venue. */
import type { Id, LocalizedText } from '../primitives.ts'
import type { WrittenLocale } from '../words.ts'

export interface VenueView {
  readonly name: LocalizedText
  /** What stands in gold in the lobby; absent: 唱名. */
  readonly sign?: LocalizedText
  readonly city: LocalizedText
  readonly timeZone: string
  readonly currency: string
  /** What a screen speaks until a guest chooses. */
  readonly locale: WrittenLocale
  readonly demo: boolean
  /** False where the venue has no song system: the song screens are hidden. */
  readonly songs: boolean
  /** Whether members have cards. */
  readonly cards: boolean
  readonly lines: readonly LocalizedText[]
}

export interface MenuItemView {
  readonly id: Id
  readonly category: Id
  readonly name: LocalizedText
  readonly unit: LocalizedText
  /** Minor units, with the bands that this room's class has; minutes of the venue's day. */
  readonly price: number
  readonly bands: readonly { readonly from: number; readonly to: number; readonly price: number }[]
  /** On consoles, beside what holds in every class: the same for rooms of classes with prices of their own. */
  readonly classes?: readonly ({ readonly roomClass: Id } & Pick<MenuItemView, 'price' | 'bands'>)[]
  readonly components: readonly { readonly item: Id; readonly qty: number }[]
  readonly hours?: number
  readonly options: readonly { readonly id: Id; readonly name: LocalizedText }[]
  readonly soldOut: boolean
  /** Of a package that is out: the part that is missing. */
  readonly missing?: Id
  readonly package: boolean
  /** Taken off the list; consoles know it by name, where old orders refer to it. */
  readonly retired?: true
  /** It may be given away; on consoles. */
  readonly gift?: true
  /** How its name and its category's are typed without characters: initials and full pinyin, lower case. */
  readonly sounds?: readonly string[]
}

export interface MenuCategoryView {
  readonly id: Id
  readonly name: LocalizedText
  readonly order: number
}
