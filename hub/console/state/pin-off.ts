/** Who sets a PIN anew that ten wrong tries turned off: the owner; theirs another owner, or whoever sits at the hub's machine. */
import type { StaffView } from '../../../shared/protocol/views/console.ts'
import type { ConsoleLink } from '../link/console-link.ts'

export function whoSetsAnew(
  link: Pick<ConsoleLink, 'all'>,
  { id, role }: StaffView,
): 'pinOffOwner' | 'pinOffAtHub' | 'pinOffOtherOwner' {
  if (role !== 'owner') return 'pinOffOwner'
  const others = link.all('staff').some(one => one.role === 'owner' && !one.gone && one.id !== id)
  return others ? 'pinOffOtherOwner' : 'pinOffAtHub'
}
