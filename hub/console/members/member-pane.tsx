/** One member's file: asked for when it opens and after every change; the reading view or the form. */
import { useEffect, useState } from 'preact/hooks'
import IconUser from '~icons/lucide/user'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { MemberCardView } from '../../../shared/protocol/queries.ts'
import type { RefusalCode } from '../../../shared/protocol/refusals.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { may, useSpeech, who } from '../state/house.ts'
import { isLead } from '../state/may.ts'
import { BanMember } from './ban-member.tsx'
import { CheckInHere } from './check-in-here.tsx'
import { EraseMember } from './erase-member.tsx'
import { ExportMember } from './export-member.tsx'
import { noEdits, useMemberEdits } from './member-edits.ts'
import { MemberForm } from './member-form.tsx'
import { MemberRecord } from './member-record.tsx'
import { MergeMembers } from './merge-members.tsx'

/** `inSheet`: what is around it already has a way out. */
export function MemberPane({ id, inSheet = false }: { id: Id; inSheet?: boolean }) {
  const { t, house } = useSpeech()
  const [card, setCard] = useState<MemberCardView>()
  const [failed, setFailed] = useState<RefusalCode>()
  const edits = useMemberEdits(id)
  const [erasing, setErasing] = useState(false)
  const [merging, setMerging] = useState(false)
  const [banning, setBanning] = useState(false)
  const load = async () => {
    const answer = await house.link.ask({ type: 'MemberCard', member: id })
    if (answer.ok) setCard(answer.value)
    // With a file that is gone goes what was typed over it.
    else if (answer.refusal.refused === 'unknown') edits.drop()
    setFailed(answer.ok ? undefined : answer.refusal.refused)
  }
  useEffect(() => {
    void load()
  }, [id])
  const close = () => {
    house.openMember.value = undefined
  }
  if (failed !== undefined && !card) {
    return (
      <EmptyState icon={IconUser} title={t(`refused.${failed}`)}>
        <Button word={t('retry')} onPress={() => void load()} />
        <Button variant="quiet" word={t('back')} onPress={close} />
      </EmptyState>
    )
  }
  if (!card) return <EmptyState icon={IconUser} title={t('pleaseWait')} />
  return (
    <article class="member">
      {edits.value && may(house, 'SaveMember') ? (
        <MemberForm
          card={card}
          onReload={() => void load()}
          onClose={saved => {
            if (saved) void load()
          }}
        />
      ) : (
        <MemberRecord
          card={card}
          onChanged={() => void load()}
          actions={
            <>
              {may(house, 'CheckInMember') && <CheckInHere member={id} />}
              {may(house, 'SaveMember') && (
                <Button size="min" word={t('edit')} onPress={() => edits.open(noEdits(card))} />
              )}
              {may(house, 'MergeMembers') && (
                <Button size="min" variant="quiet" word={t('mergeMember')} onPress={() => setMerging(true)} />
              )}
              {may(house, 'MemberFile') && <ExportMember member={id} called={card.called} />}
              {isLead(who(house)) && (
                <Button
                  size="min"
                  variant="quiet"
                  word={t(card.blocked ? 'unbanMember' : 'banMember')}
                  onPress={() => setBanning(true)}
                />
              )}
              {may(house, 'EraseMember') && (
                <Button size="min" variant="quiet" word={t('eraseMember')} onPress={() => setErasing(true)} />
              )}
              {!inSheet && <Button size="min" variant="quiet" word={t('close')} onPress={close} />}
            </>
          }
        />
      )}
      {merging && (
        <MergeMembers
          card={card}
          onClose={() => {
            setMerging(false)
            void load()
          }}
        />
      )}
      {banning && (
        <BanMember
          card={card}
          onClose={() => {
            setBanning(false)
            void load()
          }}
        />
      )}
      {erasing && <EraseMember member={id} called={card.called} onClose={() => setErasing(false)} />}
    </article>
  )
}
