/** What this phone is in the middle of: its ticket, its check-in, the code it keeps. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Link } from '../../../shared/client/link.ts'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { RefusalCode } from '../../../shared/protocol/refusals.ts'
import type { CodeMemory } from './saved-code.ts'

export type PhoneLink = Pick<Link<'phone'>, 'state' | 'view' | 'tap'>

/** `expired`: the ticket was used, or lapsed. `back`: a member whose code this phone keeps. `new`: who they are. */
export type Phase = 'connecting' | 'expired' | 'back' | 'new' | 'checked-in'

export interface Phone {
  readonly link: PhoneLink
  readonly memory: CodeMemory
  readonly phase: ReadonlySignal<Phase>
  /** A command is on its way: further presses are the same one. */
  readonly busy: ReadonlySignal<boolean>
  readonly refused: ReadonlySignal<RefusalCode | undefined>
  checkInAgain(): void
  enrol(command: Omit<CommandOf<'Enrol'>, 'type'>): void
  /** Somebody else holds this phone tonight. */
  startNew(): void
}

export function createPhone(link: PhoneLink, memory: CodeMemory): Phone {
  const busy = signal(false)
  const refused = signal<RefusalCode>()
  const asNew = signal(false)

  const phase = computed((): Phase => {
    if (link.state.value.at === 'expired') return 'expired'
    const self = link.view.one('self')
    if (!self) return 'connecting'
    if (self.checkIn) return 'checked-in'
    return memory.saved.value && !asNew.value ? 'back' : 'new'
  })

  // The code is a guest's from the moment the hub gives it, whether or not they save the picture.
  let given: string | undefined
  effect(() => {
    const { memberCode, called = '' } = link.view.one('self') ?? {}
    // Once: a later frame must not bring back what its owner made this phone forget.
    if (memberCode === undefined || memberCode === given) return
    given = memberCode
    memory.keep({ code: memberCode, called })
  })

  const send = async (command: CommandOf<'ScanCode' | 'Enrol'>): Promise<void> => {
    if (busy.peek()) return
    busy.value = true
    refused.value = undefined
    const answer = await link.tap(command)
    busy.value = false
    if (!answer.ok) refused.value = answer.refusal.refused
  }

  return {
    link,
    memory,
    phase,
    busy,
    refused,
    checkInAgain() {
      const saved = memory.saved.peek()
      if (saved) void send({ type: 'ScanCode', code: saved.code })
    },
    enrol: command => void send({ type: 'Enrol', ...command }),
    startNew() {
      refused.value = undefined
      asNew.value = true
    },
  }
}
