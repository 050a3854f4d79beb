/** A sheet at the side (the whole screen on a phone): details beside what goes on. Escape or 关闭 closes it. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import IconX from '~icons/lucide/x'
import { Button } from '../../../shared/ui/button.tsx'
import { useSpeech } from '../state/house.ts'
import './sheet.css'

export interface SheetProps {
  title: ComponentChildren
  label: string
  onClose: () => void
  children: ComponentChildren
}

/** Several may be open, each over those before it. */
export const topSheet = (): Element | undefined => [...document.querySelectorAll('.sheet')].at(-1)

export function Sheet({ title, label, onClose, children }: SheetProps) {
  const { t } = useSpeech()
  const sheet = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    const before = document.activeElement
    sheet.current?.focus()
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return
      if (topSheet() !== sheet.current) return
      // The one below may hear of it when it is on top already.
      event.preventDefault()
      close.current()
    }
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('keydown', onKey)
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <div class="sheet" role="dialog" aria-label={label} tabIndex={-1} ref={sheet}>
      <div class="sheet-head">
        <h2>{title}</h2>
        <Button size="min" variant="quiet" icon={IconX} word={t('close')} onPress={onClose} />
      </div>
      <div class="sheet-body">{children}</div>
    </div>
  )
}
