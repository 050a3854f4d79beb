/** `21:30` typed at the desk, as an instant of this night: the next time the venue's clock shows it. */

const dayMs = 24 * 3_600_000

/** Ms since the epoch; undefined while it is not a time yet. `now` is hub time. */
export function nextAt(typed: string, now: number, timeZone: string): number | undefined {
  const found = /^(\d{1,2}):(\d{2})$/.exec(typed)
  if (!found) return undefined
  const [hours, minutes] = [Number(found[1]), Number(found[2])]
  if (hours > 23 || minutes > 59) return undefined
  const gone = sinceMidnight(now, timeZone)
  const wanted = (hours * 60 + minutes) * 60_000
  // A few minutes ago means just now, not tomorrow: the party stands at the door.
  const ahead = wanted - gone
  return now + (ahead < -30 * 60_000 ? ahead + dayMs : ahead)
}

function sinceMidnight(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
    timeZone,
  }).formatToParts(at)
  const of = (type: 'hour' | 'minute' | 'second') => Number(parts.find(part => part.type === type)?.value ?? 0)
  return ((of('hour') * 60 + of('minute')) * 60 + of('second')) * 1000 + (at % 1000)
}
