/** The house's settings as they are edited: whole, with the version of each thing. */
import type { HouseChanges, ItemFields, PolicyChanges, RoomFields, TariffFields } from '../commands/setup.ts'
import type { Id, LocalizedText } from '../primitives.ts'
import type { Role } from '../words.ts'

/** What of the settings is edited as one thing; an item of the menu is named by itself. */
export const setupParts = ['category', 'room', 'plan', 'class', 'tariff', 'policy', 'house'] as const

export interface ItemSetupView extends Omit<ItemFields, 'options' | 'name' | 'unit'> {
  readonly id: Id
  readonly rev: number
  readonly name: LocalizedText
  readonly unit: LocalizedText
  readonly options: readonly { readonly id: Id; readonly name: LocalizedText }[]
  readonly retired: boolean
}

export interface CategorySetupView {
  readonly id: Id
  readonly rev: number
  readonly name: LocalizedText
}

export interface MenuSetupView {
  /** In the order of the list. */
  readonly categories: readonly CategorySetupView[]
  readonly items: readonly ItemSetupView[]
  readonly tags: readonly { readonly id: Id; readonly name: LocalizedText }[]
  readonly classes: readonly { readonly id: Id; readonly name: LocalizedText }[]
}

export interface PersonSetupView {
  readonly id: Id
  readonly rev: number
  readonly name: LocalizedText
  readonly role: Role
  readonly zone: readonly number[]
}

export interface StaffSetupView {
  readonly people: readonly PersonSetupView[]
  /** What may be looked after: the zones of the rooms. */
  readonly zones: readonly number[]
}

export interface RoomSetupView extends RoomFields {
  readonly id: Id
  readonly rev: number
  readonly at?: { readonly x: number; readonly y: number }
}

export interface RoomClassSetupView {
  readonly id: Id
  readonly rev: number
  readonly name: LocalizedText
  readonly capacity: number
  readonly minimumSpend: number
}

export interface TariffSetupView extends Omit<TariffFields, 'name'> {
  readonly id: Id
  readonly rev: number
  readonly name: LocalizedText
}

export interface VenueSetupView {
  readonly rooms: readonly RoomSetupView[]
  readonly classes: readonly RoomClassSetupView[]
  readonly tariffs: readonly TariffSetupView[]
  readonly policy: Required<PolicyChanges> & { readonly rev: number }
  /** Of the Wi-Fi its password too: the lobby shows it to everybody. */
  readonly house: Required<HouseChanges> & { readonly rev: number }
}
