/** 选文件: a table of separated values, of whatever is taken in from one. */
import { useRef } from 'preact/hooks'
import { Button } from '../../../shared/ui/button.tsx'
import { useSetup } from './setup-words.ts'
import './songs/songs.css'

interface ChooseTableProps {
  /** One is chosen already: another may be, or none. */
  chosen: boolean
  /** What was chosen is there to be taken: that is the key that leads now. */
  ready: boolean
  disabled?: boolean
  onFile: (file: File) => void
  onCancel: () => void
}

export function ChooseTable({ chosen, ready, disabled, onFile, onCancel }: ChooseTableProps) {
  const { t, s } = useSetup()
  const input = useRef<HTMLInputElement>(null)
  return (
    <div class="setup-tools">
      <input
        ref={input}
        class="songs-file"
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
        aria-label={s('songsChoose')}
        onChange={event => {
          const [file] = event.currentTarget.files ?? []
          // The same file once more is a choice too: mended meanwhile, or read on where it broke off.
          event.currentTarget.value = ''
          if (file) onFile(file)
        }}
      />
      <Button
        variant={ready ? 'standard' : 'primary'}
        word={s(chosen ? 'songsOther' : 'songsChoose')}
        disabled={disabled}
        onPress={() => input.current?.click()}
      />
      {chosen && <Button variant="quiet" word={t('cancel')} onPress={onCancel} />}
    </div>
  )
}
