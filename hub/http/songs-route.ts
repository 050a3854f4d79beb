/** POST /songs-file/:device/:upload/:at: a piece of a file of songs, from the console of a manager. */
import { type Request, Router, raw } from 'express'
import * as v from 'valibot'
import { done } from '../../shared/protocol/answer.ts'
import { Id } from '../../shared/protocol/primitives.ts'
import { refuse } from '../../shared/protocol/refusals.ts'
import { may } from '../identity/authorise.ts'
import type { Devices } from '../identity/devices.ts'
import type { HubDoor } from '../sockets/hub-door.ts'
import { pieceBytes } from '../song-import/uploads.ts'
import { deviceToken } from './cookies.ts'
import { deviceOrAddress, limitRate, type Rates } from './limits.ts'
import { answerNo } from './pair-routes.ts'

export interface SongsRouteDeps {
  readonly devices: Pick<Devices, 'authenticate'>
  readonly sessionOf: HubDoor['sessionOf']
  readonly secure: boolean
  /** False: it is not the next piece of that file, or more than is taken. */
  readonly takeSongs: (upload: Id, at: number, piece: Uint8Array) => boolean
}

const Place = v.object({ device: Id, upload: Id, at: v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number)) })

export function songsRoute(deps: SongsRouteDeps, rates: Rates): Router {
  const router = Router()
  router.post(
    '/songs-file/:device/:upload/:at',
    limitRate(rates.piece, deviceOrAddress(deps)),
    (request, response, next) => {
      // Before a byte of it is read.
      if (isAllowed(request, deps)) next()
      else answerNo(response, refuse('not-allowed', 'sign-in'))
    },
    raw({ limit: pieceBytes, type: 'application/octet-stream' }),
    (request, response) => {
      const place = v.safeParse(Place, request.params)
      const piece: unknown = request.body
      if (!place.success || !Buffer.isBuffer(piece)) return answerNo(response, refuse('malformed'))
      const { upload, at } = place.output
      if (!deps.takeSongs(upload, at, piece)) return answerNo(response, refuse('too-many', 'look-again'), 409)
      response.json(done())
    },
  )
  return router
}

function isAllowed({ params, headers }: Request, { devices, sessionOf, secure }: SongsRouteDeps): boolean {
  const device = v.safeParse(Id, params.device)
  if (!device.success) return false
  const token = deviceToken(headers.cookie, device.output, secure)
  const session = sessionOf(device.output)
  if (token === undefined || !session || !devices.authenticate(device.output, token)) return false
  const { staff, role } = session
  return may({ kind: 'staff', device: device.output, session: session.session, staff, role }, 'songs-file')
}
