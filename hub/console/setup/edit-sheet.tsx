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
  /** Nothing is missing. */
  ready: boolean
  /** Resolves when the hub answered. */
  onSave: () => Promise<void> | void
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
  const { title, ready, onSave, rev, newest, about, onReload, onOverwrite, onClose, children, also } = props
  const { t, s, house } = useSetup()
  const [busy, setBusy] = useState(false)
  const changed = newest !== undefined && newest !== rev
  const save = async () => {
    setBusy(true)
    await onSave()
    setBusy(false)
  }
  return (
    <Sheet title={title} label={title} onClose={onClose}>
      <form
        class="form setup-form"
        onSubmit={event => {
          event.preventDefault()
          if (ready && !busy && !changed) void save()
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
            disabled={!ready || changed}
            onPress={nothing}
          />
        </div>
      </form>
    </Sheet>
  )
}

/** Saves by a command, says so, and lets go of what was typed; a refusal is said, and what was typed stays. */
export async function saveBy(
  house: House,
  command: PeopleCommand | undefined,
  saved: string,
  done: () => void,
): Promise<void> {
  if (!command) return
  const answer = await house.link.tap(command)
  if (answer.ok) {
    house.notices.say(saved)
    done()
  } else house.notices.complain(house.wordsOf(answer.refusal))
}

/** Who edited it last, as far as this console heard. */
function changedBy(house: House, about: Id): string {
  const line = [...house.link.feed.value].reverse().find(one => changes.has(one.event) && one.about === about)
  return staffName(house, line?.staff)
}

const changes: ReadonlySet<string> = new Set(['SetupChanged', 'StaffChanged'])

function nothing(): void {
  // The form's own submit does it.
}
