/** Whose a bottle is that is to be kept: of a party that is here, of one of its members, or of a member who is not here. */
import { useState } from 'preact/hooks'
import type { VisitView } from '../../../../shared/protocol/views/console.ts'
import { MemberPicker, Picked, type PickedMember } from '../../parts/member-picker.tsx'
import { roomName } from '../../parts/names.ts'
import { Choices } from '../../parts/parts.tsx'
import { type House, may, useSpeech } from '../../state/house.ts'
import { parties } from '../../state/shown.ts'

const nobody = 'nobody'
const away = 'away'

export interface Whose {
  /** The party that is chosen, or `away`. */
  readonly at: string | undefined
  readonly visit: VisitView | undefined
  readonly owner: PickedMember | undefined
  /** Nothing is left to choose. */
  readonly known: boolean
  readonly choose: (at: string) => void
  readonly chooseMember: (id: string) => void
  readonly chooseAbsent: (member: PickedMember | undefined) => void
}

/** `from`: the party to begin with. */
export function useWhose(house: House, from: string | undefined): Whose {
  const inHouse = parties(house)
  const [at, setAt] = useState(from ?? (inHouse.length === 1 ? inHouse[0]?.id : undefined))
  const [whose, setWhose] = useState<string>()
  const [absent, setAbsent] = useState<PickedMember>()
  const visit = inHouse.find(({ id }) => id === at)
  return {
    at,
    visit,
    owner: at === away ? absent : ownerIn(visit, whose),
    known: at === away ? absent !== undefined : visit !== undefined,
    choose: chosen => {
      setAt(chosen)
      setWhose(undefined)
    },
    chooseMember: setWhose,
    chooseAbsent: setAbsent,
  }
}

export function WhoseKeep({ at, visit, owner, choose, chooseMember, chooseAbsent }: Whose) {
  const { t, house } = useSpeech()
  const [typed, setTyped] = useState('')
  const inHouse = parties(house)
  return (
    <div class="field">
      <span class="label">{t('keepWhose')}</span>
      {inHouse.length === 0 && <p class="quiet">{t('keepNoParty')}</p>}
      <Choices
        label={t('keepWhose')}
        current={at}
        onChoose={choose}
        choices={[
          ...inHouse.map(({ id, room, title }) => ({
            id,
            word: roomName(house, room),
            ...(title !== undefined && { more: title }),
          })),
          ...(may(house, 'SearchMembers') ? [{ id: away, word: t('keepNotHere') }] : []),
        ]}
      />
      {visit && (
        <Choices
          label={t('member')}
          current={owner?.id ?? nobody}
          onChoose={chooseMember}
          choices={[
            ...membersOf(visit).map(({ id, called }) => ({ id, word: called })),
            { id: nobody, word: t('keepNobody') },
          ]}
        />
      )}
      {at === away &&
        (owner ? (
          <Picked label={t('member')} member={owner} onDrop={() => chooseAbsent(undefined)} />
        ) : (
          <MemberPicker label={t('member')} text={typed} onText={setTyped} onPick={chooseAbsent} />
        ))}
    </div>
  )
}

function membersOf({ host, members }: VisitView): readonly PickedMember[] {
  const all = [...(host ? [host] : []), ...members]
  return all.filter(({ id }, place) => all.findIndex(one => one.id === id) === place)
}

/** The host's, until somebody says otherwise. */
function ownerIn(visit: VisitView | undefined, whose: string | undefined): PickedMember | undefined {
  const members = visit ? membersOf(visit) : []
  const chosen = whose === undefined ? members[0] : members.find(({ id }) => id === whose)
  return chosen && { id: chosen.id, called: chosen.called }
}
