/** Whether a reader that types read a card or a member's code. */
import { isCardText } from '../../../shared/protocol/cards/formats.ts'
import type { CommandOf } from '../../../shared/protocol/commands.ts'

export function credentialCommand(text: string): CommandOf<'TouchCard'> | CommandOf<'ScanCode'> {
  return isCardText(text) ? { type: 'TouchCard', card: text } : { type: 'ScanCode', code: text }
}
