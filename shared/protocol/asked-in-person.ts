/** A screen in a discreet room, or in one that wants to be left alone, asks nothing: staff go there. */
export type InPerson = 'discreet' | 'quiet'

/** Why somebody must go there; undefined where the panel may ask. */
export function inPerson(room: { readonly discreet: boolean; readonly doNotDisturb: boolean }): InPerson | undefined {
  if (room.discreet) return 'discreet'
  return room.doNotDisturb ? 'quiet' : undefined
}
