/** Whether a reader that types read a card or a member's code. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'

/** Card numbers are digits or a short hexadecimal id; everything else came off a QR code. */
export function credentialCommand(text: string): CommandOf<'TouchCard'> | CommandOf<'ScanCode'> {
  return /^\d+$/.test(text) || /^[\da-f]{4,15}$/i.test(text)
    ? { type: 'TouchCard', card: text }
    : { type: 'ScanCode', code: text }
}
