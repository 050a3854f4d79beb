/**
 * A question that must be answered first. The browser's own modal dialog: the rest is inert, focus stays inside and
 * returns afterwards. Escape and the close word are the same "no". Mount it to open it.
 *
 *   <Dialog title={t('sure')} onClose={close} actions={<Button … />}>…</Dialog>
 */
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import './dialog.css'

export interface DialogProps {
  title: string
  /** Escape, or the caller's own close button. */
  onClose: () => void
  /** Buttons at the foot, the wanted one last. */
  actions?: ComponentChildren
  children?: ComponentChildren
}

export function Dialog({ title, onClose, actions, children }: DialogProps) {
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    // It takes the first field there is. Where that only shortens a list, a touch screen's keyboard would hide the list.
    if (document.activeElement?.matches('[type=search]') && matchMedia('(pointer: coarse)').matches) element?.focus()
    return () => element?.close()
  }, [])
  return (
    <dialog
      class="dialog"
      ref={dialog}
      tabIndex={-1}
      aria-labelledby={titleId}
      onCancel={event => {
        event.preventDefault()
        onClose()
      }}
    >
      <h2 class="dialog-title" id={titleId}>
        {title}
      </h2>
      {children !== undefined && <div class="dialog-body">{children}</div>}
      {actions !== undefined && <div class="dialog-actions">{actions}</div>}
    </dialog>
  )
}
