/**
 * One venue's hub, from the disk to the door: opened, kept going, and built anew from the disk when a write failed.
 * Adapters come from main.ts; tests hand it a disk in memory and a clock of their own.
 */
import type { Answer } from '../shared/protocol/answer.ts'
import type { Id } from '../shared/protocol/primitives.ts'
import { refuse } from '../shared/protocol/refusals.ts'
import type { FeedFrame, HubHealth, ViewFrame } from '../shared/protocol/wire.ts'
import { businessDay, endOfBusinessDay } from './domain/business-day.ts'
import type { Principal } from './domain/principal.ts'
import type { Cashier, Clock, Documents, Files, Ids, JournalStore, SongSystem } from './ports.ts'
import type { Event } from './domain/events.ts'
import type { Pins } from './identity/pins.ts'
import type { HubDoor } from './sockets/hub-door.ts'
import type { ResolveDeps } from './resolve.ts'
import { type OpenHub, openHub } from './open-hub.ts'
import type { HouseRecords } from './records/house-records.ts'
import type { Directory } from './worker/directory.ts'

export interface VenueHubDeps {
  readonly files: Files
  /** Opened anew each time memory is built from the disk. */
  readonly documents: () => Documents
  readonly journal: JournalStore<Event>
  /** Path of the checkpoint file. */
  readonly checkpoint: string
  readonly clock: Clock
  readonly ids: Ids
  readonly directory: () => Directory
  readonly cashier: Cashier
  readonly songSystem: SongSystem
  readonly pins: Pins
  readonly credentialKey: ResolveDeps['credentialKey']
  readonly pairing: ResolveDeps['pairing']
  readonly log: (level: 'info' | 'warn' | 'error', event: string, detail?: Readonly<Record<string, unknown>>) => void
}

export interface Client {
  view(frame: ViewFrame): void
  feed(frame: FeedFrame): void
  health(health: HubHealth): void
}
