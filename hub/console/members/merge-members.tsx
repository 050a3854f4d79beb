/** 重复会员: who the other one is, both files side by side, what of each holds, then the PIN of who joins them. */
import { useState } from 'preact/hooks'
import type { MergeField } from '../../../shared/protocol/commands/membership.ts'
import type { MemberCardView } from '../../../shared/protocol/queries.ts'
import type { Refusal } from '../../../shared/protocol/refusals.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { Missing } from '../parts/fetching.tsx'
import { MemberPicker } from '../parts/member-picker.tsx'
import { staffName } from '../parts/names.ts'
import { PinEntry } from '../pin/pin-entry.tsx'
import { me, useSpeech } from '../state/house.ts'
import { useAnswer } from '../state/use-answer.ts'
import { SideBySide, type Sides, sidesAtFirst, takenFrom } from './side-by-side.tsx'

export interface MergeMembersProps {
  card: MemberCardView
  onClose: () => void
}

export function MergeMembers({ card, onClose }: MergeMembersProps) {
  const { t } = useSpeech()
  const [text, setText] = useState('')
  const [picked, setPicked] = useState<string>()
  const asked = useAnswer(picked === undefined ? undefined : { type: 'MemberCard', member: picked })
  const other = asked.value
  if (other && other.id === picked) return <Merging cards={[card, other]} onClose={onClose} />
  return (
    <Dialog
      title={t('mergeTitle', { name: card.called })}
      onClose={onClose}
      actions={<Button variant="quiet" word={t('cancel')} onPress={onClose} />}
    >
      <MemberPicker
        label={t('mergeWith')}
        hint={t('searchHint')}
        text={text}
        onText={setText}
        onPick={({ id }) => setPicked(id)}
        except={card.id}
      />
      <Missing asked={asked} />
    </Dialog>
  )
}

function Merging({ cards, onClose }: { cards: readonly [MemberCardView, MemberCardView]; onClose: () => void }) {
  const { t, house } = useSpeech()
  const [sides, setSides] = useState<Sides>(() => sidesAtFirst(cards))
  const [sure, setSure] = useState(false)
  const merge = async (pin: string): Promise<Refusal | undefined> => {
    const [kept, gone] = sides.kept === 'left' ? cards : [cards[1], cards[0]]
    const take: MergeField[] = takenFrom(sides)
    const answer = await house.link.sendNow({
      type: 'MergeMembers',
      kept: kept.id,
      keptRev: kept.rev,
      gone: gone.id,
      goneRev: gone.rev,
      take,
      pin,
    })
    if (!answer.ok && answer.refusal.refused === 'wrong-pin') return answer.refusal
    if (answer.ok) house.notices.say(({ t }) => t('mergedMembers'))
    else house.complain(answer.refusal)
    if (answer.ok) house.openMember.value = kept.id
    onClose()
    return undefined
  }
  return (
    <Dialog
      title={t('mergeTitle', { name: cards[0].called })}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" word={t('cancel')} onPress={onClose} />
          {!sure && <Button variant="primary" word={t('mergeMembersNow')} onPress={() => setSure(true)} />}
        </>
      }
    >
      {sure ? (
        <PinEntry label={t('enterPin', { staff: staffName(house, me(house)) })} onPin={merge} />
      ) : (
        <SideBySide cards={cards} sides={sides} onSides={setSides} />
      )}
    </Dialog>
  )
}
