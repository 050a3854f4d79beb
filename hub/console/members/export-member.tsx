/** 导出资料: all that the house holds about a member, as a file to hand them. The hub writes down who took it. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { saveFile } from '../parts/save-file.ts'
import { useSpeech } from '../state/house.ts'

export function ExportMember({ member, called }: { member: Id; called: string }) {
  const { t, house } = useSpeech()
  const save = async () => {
    const answer = await house.link.ask({ type: 'MemberFile', member })
    if (!answer.ok) return house.complain(answer.refusal)
    saveFile(`${member}.json`, 'application/json', JSON.stringify(answer.value.held, undefined, 2))
    house.notices.say(({ t }) => t('exportedMember', { name: called }))
  }
  return <Button size="min" variant="quiet" word={t('exportMember')} onPress={() => void save()} />
}
