/** One thing of the settings being edited, over its list. What is typed stays until it is saved or given up. */
import type { PeopleCommand } from '../../../shared/protocol/commands.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { SetupForm, type SetupFormProps } from './setup-form.tsx'
import { useSetup } from './setup-words.ts'

export interface EditSheetProps extends Omit<SetupFormProps, 'label' | 'class' | 'changed' | 'onCancel'> {
  title: string
  /** The version that is being edited, and the newest of it; undefined for a new thing, and for one that is gone. */
  rev: number
  newest: number | undefined
  onClose: () => void
}

export function EditSheet({ title, rev, newest, onClose, ...form }: EditSheetProps) {
  return (
    <Sheet title={title} label={title} onClose={onClose}>
      <SetupForm {...form} changed={newest !== undefined && newest !== rev} onCancel={onClose} />
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
