/**
 * One-time links to the surfaces, made anew at every start and told to whoever started the hub: the first console of a
 * venue has no other way in. Printed on the hub's own terminal, kept nowhere.
 */
import type { DeviceRow } from '../identity/devices.ts'
import type { Served } from '../serve.ts'

/** Long enough for an evening of setting up. */
const ttlMs = 12 * 3_600_000

export function announce({ hub, links, origin, guestOrigin, wall, certificates }: Served): void {
  const shown = firstOfEach(hub.allDevices())
  const said = {
    type: 'listening' as const,
    origin,
    demo: hub.demo,
    wall,
    ...(certificates && {
      trust: {
        page: `${guestOrigin}/trust`,
        until: certificates.until,
        made: certificates.made.length > 0,
        ...(certificates.authority && { fingerprint: certificates.authority.fingerprint }),
      },
    }),
    links: shown.map(device => {
      const staff = device.kind === 'console' && device.station === undefined ? hub.firstOwner : undefined
      const secret = links.mint({ device: device.id, ttlMs, ...(staff !== undefined && { staff }) })
      return {
        name: device.name,
        surface: device.kind,
        device: device.id,
        url: `${origin}/${device.kind}/${device.id}#link=${secret}`,
      }
    }),
  }
  if (process.send) process.send(said)
  else {
    for (const { name, url } of said.links) console.log(`${name}\t${url}`)
    if (said.trust) console.log(`trust\t${said.trust.page}\t${said.trust.fingerprint ?? ''}`)
  }
}

/** One kiosk, one panel, each station, and the console: whoever needs more pairs it by the six characters it shows. */
function firstOfEach(devices: readonly DeviceRow[]): DeviceRow[] {
  // The hub starts the program of its own readers by itself.
  const live = devices.filter(device => !device.revoked && !device.own)
  const first = (wanted: (device: DeviceRow) => boolean) => live.filter(wanted).slice(0, 1)
  return [
    ...first(({ kind }) => kind === 'kiosk'),
    ...first(({ kind }) => kind === 'reader'),
    ...first(({ kind }) => kind === 'panel'),
    ...first(({ station }) => station === 'bar'),
    ...first(({ station }) => station === 'floor'),
    ...first(({ kind, station }) => kind === 'console' && station === undefined),
  ]
}
