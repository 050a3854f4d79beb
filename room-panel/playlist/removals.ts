/** 删除 with Undo: the song is gone from sight at once, and from the hub when the undo has run out. */
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Id } from '../../shared/protocol/primitives.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import type { ShownEntry } from './shown-playlist.ts'

/** How long a removal can be undone. */
const undoMs = 5000

export interface Removals {
  readonly hidden: ReadonlySet<Id>
  remove(entry: ShownEntry): void
}

export function useRemovals(): Removals {
  const panel = usePanel()
  const { t } = useSpeech()
  const hidden = useSignal<ReadonlySet<Id>>(new Set())
  const visit = useRef(panel.visit.peek()?.id)
  const without = (entry: Id) => new Set([...hidden.peek()].filter(one => one !== entry))
  // Another screen is opened: what was removed is removed.
  useEffect(
    () => () => {
      if (panel.visit.peek()?.id === visit.current) panel.notices.finish()
    },
    [panel],
  )
  return {
    hidden: hidden.value,
    remove({ entry, title }) {
      hidden.value = new Set([...hidden.peek(), entry])
      panel.notices.say({
        text: t('entryRemoved', { title }),
        lastsMs: undoMs,
        undo: () => {
          hidden.value = without(entry)
        },
        onOver: () => {
          void panel.tap({ type: 'RemoveEntry', entry })
          hidden.value = without(entry)
        },
      })
    },
  }
}
