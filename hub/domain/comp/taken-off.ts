/** What the house takes off a bill. */
import type { Visit } from '../state.ts'

/** Minor units. A gift was never charged, so there is nothing to take off for it. */
export const takenOff = ({ comps }: Pick<Visit, 'comps'>): number =>
  comps.reduce((sum, { kind, amount }) => (kind === 'gift' ? sum : sum + amount), 0)
