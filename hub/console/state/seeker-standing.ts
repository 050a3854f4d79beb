/** How it stands with somebody at the door whom the host has not answered: the panel asks, or somebody must go there. */
import { type InPerson, inPerson } from '../../../shared/protocol/asked-in-person.ts'
import type { SeekerAt } from './pending.ts'

/** Longer than this nobody lets a guest stand there. */
const longMs = 60_000

export const standing = ({ visit, seeker }: SeekerAt, now: number): InPerson | 'long' | 'asking' =>
  inPerson(visit) ?? (now - seeker.at >= longMs ? 'long' : 'asking')
