/**
 * One thing of the settings being edited: its fields, what somebody else did to it meanwhile, and 保存. What is typed stays
 * until it is saved or given up.
 */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { PeopleCommand } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { staffName } from '../parts/names.ts'
import { Sheet } from '../parts/sheet.tsx'
import type { House } from '../state/house.ts'
import { useSetup } from './setup-words.ts'

export interface EditSheetProps {
  title: string
  /** What saves it; undefined while something is missing. */
  command: PeopleCommand | undefined
  /** The version that is being edited, and the newest of it; undefined for a new thing, and for one that is gone. */
  rev: number
  newest: number | undefined
  /** By what the feed names it. */
  about: Id
  /** Take the newest version instead of what was typed. */
  onReload: () => void
  /** Keep what was typed, on top of the newest version. */
  onOverwrite: () => void
  onClose: () => void
  children: ComponentChildren
  /** Beside 保存: what else can be done to it. */
  also?: ComponentChildren
}

export function EditSheet(props: EditSheetProps) {
  const { title, command, rev, newest, about, onReload, onOverwrite, onClose, children, also } = props
  const { t, s, house } = useSetup()
  const [busy, setBusy] = useState(false)
  const changed = newest !== undefined && newest !== rev
  const save = async () => {
    if (!command) return
    setBusy(true)
    const answer = await house.link.tap(command)
    setBusy(false)
    if (answer.ok) {
      house.notices.say(s('saved', { what: title }))
      onClose()
    } else house.notices.complain(house.wordsOf(answer.refusal))
  }
  return (
    <Sheet title={title} label={title} onClose={onClose}>
      <form
        class="form setup-form"
        onSubmit={event => {
          event.preventDefault()
          if (!busy && !changed) void save()
        }}
      >
        {changed && (
          <div class="setup-changed" role="alert">
            <p>{s('changedMeanwhile', { staff: changedBy(house, about) })}</p>
            <div class="chips">
              <Button size="min" word={s('seeNewest')} onPress={onReload} />
              <Button size="min" variant="quiet" word={s('keepMine')} onPress={onOverwrite} />
            </div>
          </div>
        )}
        {children}
        <div class="form-foot setup-foot">
          {also}
          <Button variant="quiet" word={t('cancel')} onPress={onClose} />
          <Button
            variant="primary"
            type="submit"
            word={t('save')}
            busy={busy}
            disabled={!command || changed}
            onPress={nothing}
          />
        </div>
      </form>
    </Sheet>
  )
}

/** Who edited it last, as far as this console heard. */
function changedBy(house: House, about: Id): string {
  const line = [...house.link.feed.value].reverse().find(one => one.event === 'SetupChanged' && one.about === about)
  return staffName(house, line?.staff)
}

function nothing(): void {
  // The form's own submit does it.
}
