/** What this phone is in the middle of: its ticket, its check-in, the code it keeps. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Link } from '../../../shared/client/link.ts'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { RefusalCode } from '../../../shared/protocol/refusals.ts'
import type { PhoneMemory } from './phone-memory.ts'

export type PhoneLink = Pick<Link<'phone'>, 'state' | 'view' | 'tap' | 'wipe' | 'reconnect' | 'hubNow'>

/**
 * `unknown`: no ticket, or one that was used or lapsed. `back`: a member whose code this phone keeps. `new`: who they are.
 */
export type Phase = 'connecting' | 'unknown' | 'back' | 'new' | 'checked-in'

export interface Phone {
  readonly link: PhoneLink
  readonly memory: PhoneMemory
  readonly phase: ReadonlySignal<Phase>
  /** A command is on its way: further presses are the same one. */
  readonly busy: ReadonlySignal<boolean>
  readonly refused: ReadonlySignal<RefusalCode | undefined>
  /** The page was opened by a kiosk's QR, and not by its address: what then does not work is the QR's age. */
  readonly scanned: boolean
  /** The letters that the kiosk shows. */
  typeCode(code: string): void
  /** With what they read on it, where the house does not speak it. */
  checkInAgain(reads: Pick<CommandOf<'ScanCode'>, 'language'>): void
  enrol(command: Omit<CommandOf<'Enrol'>, 'type'>): void
  /** True: the house knows. */
  saveMyself(changes: CommandOf<'SaveMyself'>['changes']): Promise<boolean>
  askToLeave(): void
  stayAfterAll(): void
  /** Somebody else holds this phone tonight. */
  startNew(): void
}

type PhoneCommand = CommandOf<'ScanCode' | 'Enrol' | 'SaveMyself' | 'AskToLeave' | 'StayAfterAll'>

export function createPhone(deps: {
  link: PhoneLink
  memory: PhoneMemory
  claimCode: (code: string) => Promise<RefusalCode | undefined>
  scanned: boolean
}): Phone {
  const { link, memory, claimCode, scanned } = deps
  const busy = signal(false)
  const refused = signal<RefusalCode>()
  const asNew = signal(false)

  const phase = computed((): Phase => {
    if (link.state.value.at === 'expired') return 'unknown'
    const self = link.view.one('self')
    if (!self) return 'connecting'
    if (self.checkIn) return 'checked-in'
    return memory.saved.value && !asNew.value ? 'back' : 'new'
  })

  // The code is a guest's from the moment the hub gives it, whether or not they save the picture.
  let given: string | undefined
  effect(() => {
    const { memberCode, called = '', rotating } = link.view.one('self') ?? {}
    const now = `${memberCode} ${rotating?.key}`
    // Once: a later frame must not bring back what its owner made this phone forget.
    if (memberCode === undefined || now === given) return
    given = now
    const skewMs = Math.round(link.hubNow() - Date.now())
    memory.keep({ code: memberCode, called, ...(rotating && { rotating: { ...rotating, skewMs } }) })
  })
  // And under the name they go by now.
  effect(() => {
    const card = link.view.one('card')
    const saved = memory.saved.peek()
    if (card && saved && saved.called !== card.called) memory.keep({ ...saved, called: card.called })
  })

  // Nobody knows this phone any more, as after a start of the hub: what waits for its claim can never be done, and the letters
  // must not wait for it.
  let claims = 0
  effect(() => {
    if (link.state.value.at !== 'expired') return
    claims += 1
    busy.value = false
    refused.value = undefined
    void link.wipe(undefined)
  })

  const once = async (act: () => Promise<RefusalCode | undefined>): Promise<boolean> => {
    if (busy.peek()) return false
    busy.value = true
    refused.value = undefined
    const under = claims
    const no = await act()
    if (under !== claims) return false
    refused.value = no
    busy.value = false
    return no === undefined
  }
  const send = (command: PhoneCommand): Promise<boolean> =>
    once(async () => {
      const answer = await link.tap(command)
      return answer.ok ? undefined : answer.refusal.refused
    })

  return {
    link,
    memory,
    phase,
    busy,
    refused,
    scanned,
    typeCode: code =>
      void once(async () => {
        const no = await claimCode(code)
        if (no === undefined) link.reconnect()
        return no
      }),
    checkInAgain(reads) {
      const saved = memory.saved.peek()
      if (saved) void send({ type: 'ScanCode', code: saved.code, ...reads })
    },
    enrol: command => void send({ type: 'Enrol', ...command }),
    saveMyself: changes => send({ type: 'SaveMyself', changes }),
    // Whatever else is under way: a wish to go is never the tap that is passed over.
    async askToLeave() {
      const under = claims
      const answer = await link.tap({ type: 'AskToLeave' })
      if (under === claims) refused.value = answer.ok ? undefined : answer.refusal.refused
    },
    stayAfterAll: () => void send({ type: 'StayAfterAll' }),
    startNew() {
      refused.value = undefined
      asNew.value = true
    },
  }
}
