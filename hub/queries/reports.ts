/** What devices say of how they are: read strictly, asked of the one table, noted in memory, shown to who sees devices. */
import * as v from 'valibot'
import type { QueryAnswer } from '../../shared/protocol/answer.ts'
import { CameraReport } from '../../shared/protocol/camera.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import { ReaderReport, type ReportTaken } from '../../shared/protocol/readers.ts'
import { refuse } from '../../shared/protocol/refusals.ts'
import { SoundReport } from '../../shared/protocol/sound.ts'
import type { Principal } from '../domain/principal.ts'
import { may } from '../identity/authorise.ts'
import type { Alarms } from '../loop/alarms.ts'
import type { PresenceBook } from '../projection/presence.ts'

export interface ReportsDeps {
  readonly presence: PresenceBook
  readonly alarms: Alarms
  readonly now: () => number
  readonly show: (device: Id) => void
}

export function createReports({ presence, alarms, now, show }: ReportsDeps) {
  const taken = (): QueryAnswer<ReportTaken> => ({ ok: true, value: { now: now() } })

  return (principal: Principal, raw: unknown): QueryAnswer<ReportTaken> => {
    if (principal.kind === 'reader' && may(principal, 'ReportReaders')) {
      const report = v.safeParse(ReaderReport, raw)
      if (!report.success) return malformed
      presence.reported(principal.device, report.output)
      show(principal.device)
      return taken()
    }
    if (principal.kind === 'kiosk' && may(principal, 'ReportCamera')) {
      const report = v.safeParse(CameraReport, raw)
      if (!report.success) return malformed
      presence.watches(principal.device, report.output.camera)
      show(principal.device)
      return taken()
    }
    if ('device' in principal && may(principal, 'ReportSound')) {
      const report = v.safeParse(SoundReport, raw)
      if (!report.success) return malformed
      const { sounding, heard } = report.output
      alarms.heard(principal.device, heard)
      if (presence.sounds(principal.device, sounding)) show(principal.device)
      return taken()
    }
    return { ok: false, refusal: refuse('not-allowed') }
  }
}

const malformed = { ok: false, refusal: refuse('malformed') } as const
