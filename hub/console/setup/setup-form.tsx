/** The form under everything that is set up: its fields, what somebody else did to it meanwhile, and 保存. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { PeopleCommand } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { staffName } from '../parts/names.ts'
import type { House } from '../state/house.ts'
import type { Words } from '../state/notices.ts'
import { useSetup } from './setup-words.ts'

export interface SetupFormProps {
  /** Said of a page; a sheet has its title. */
  label?: string
  class?: string
  /** Nothing is missing. */
  ready: boolean
  /** Somebody else saved since. */
  changed: boolean
  /** By what the feed names this very thing; absent where it names its kind only, and nobody can be told. */
  about?: Id | undefined
  /** Resolves when the hub answered. */
  onSave: () => Promise<void> | void
  /** Take the newest version instead of what was typed. */
  onReload: () => void
  /** Keep what was typed, on top of the newest version. */
  onOverwrite: () => void
  /** Absent: there is nothing to give up. */
  onCancel?: (() => void) | undefined
  children: ComponentChildren
  /** Beside 保存: what else can be done to it. */
  also?: ComponentChildren
}

export function SetupForm(props: SetupFormProps) {
  const { ready, changed, about, onSave, onReload, onOverwrite, onCancel, children, also } = props
  const { t, s, house } = useSetup()
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    await onSave()
    setBusy(false)
  }
  const staff = changed && about !== undefined ? changedBy(house, about) : undefined
  return (
    <form
      class={`form setup-form ${props.class ?? ''}`}
      aria-label={props.label}
      onSubmit={event => {
        event.preventDefault()
        if (ready && !busy && !changed) void save()
      }}
    >
      {changed && (
        <div class="setup-changed" role="alert">
          <p>{staff === undefined ? s('changedElsewhere') : s('changedMeanwhile', { staff })}</p>
          <div class="chips">
            <Button size="min" word={s('seeNewest')} onPress={onReload} />
            <Button size="min" variant="quiet" word={s('keepMine')} onPress={onOverwrite} />
          </div>
        </div>
      )}
      {children}
      <div class="form-foot setup-foot">
        {also}
        {onCancel && <Button variant="quiet" word={t('cancel')} onPress={onCancel} />}
        <Button variant="primary" type="submit" word={t('save')} busy={busy} disabled={!ready || changed} />
      </div>
    </form>
  )
}

/** Saves by a command, says so, and lets go of what was typed; a refusal is said or asked about, and what was typed stays. */
export async function saveBy(
  house: House,
  command: PeopleCommand | undefined,
  said: Words,
  done: () => void,
): Promise<void> {
  if (!command || !(await house.outcomeOf(command))) return
  house.notices.say(said)
  done()
}

/** Who edited it last, as far as this console heard. */
function changedBy(house: House, about: Id): string | undefined {
  const line = [...house.link.feed.value].reverse().find(one => changes.has(one.event) && one.about === about)
  return line && staffName(house, line.staff)
}

const changes: ReadonlySet<string> = new Set(['SetupChanged', 'StaffChanged'])
