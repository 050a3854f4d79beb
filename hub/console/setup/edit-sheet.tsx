/** One thing of the settings being edited, over its list. What is typed stays until it is saved or given up. */
import type { PeopleCommand } from '../../../shared/protocol/commands.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Sheet } from '../parts/sheet.tsx'
import type { DraftOf } from '../state/drafts.ts'
import { SetupForm, type SetupFormProps } from './setup-form.tsx'
import { useSetup } from './setup-words.ts'

export interface EditSheetProps extends Omit<SetupFormProps, 'label' | 'class' | 'changed' | 'onCancel'> {
  title: string
  /** The version that is being edited, and the newest of it; undefined for a new thing, and for one that is gone. */
  rev: number
  newest: number | undefined
  draft: Pick<DraftOf<unknown>, 'edited' | 'drop'>
}

/** Asks first whether what was typed may go, if something was. `yes`: what is done then, where that is more than to close. */
export function useLeave(title: string, draft: EditSheetProps['draft']) {
  const { t, s, house } = useSetup()
  return (onLeave: () => void | Promise<void>, yes = s('discard')): void => {
    if (!draft.edited) return void onLeave()
    house.notices.ask({
      title: s('unsaved'),
      text: s('unsavedText', { what: title }),
      yes,
      no: t('back'),
      grave: true,
      onYes: onLeave,
    })
  }
}

/** Closed by a slip of the finger it asks. */
export function EditSheet({ title, rev, newest, draft, ...form }: EditSheetProps) {
  const leave = useLeave(title, draft)
  const close = () => leave(draft.drop)
  return (
    <Sheet title={title} label={title} onClose={close}>
      <SetupForm {...form} changed={newest !== undefined && newest !== rev} onCancel={close} />
    </Sheet>
  )
}

/** Takes it off at once, when nothing rests on it. */
export function RemoveKey({ by, onDone }: { by: PeopleCommand; onDone: () => void }) {
  const { t, house } = useSetup()
  return (
    <span class="setup-also">
      <Button
        variant="quiet"
        word={t('remove')}
        onPress={async () => {
          if (await house.outcomeOf(by)) onDone()
        }}
      />
    </span>
  )
}
