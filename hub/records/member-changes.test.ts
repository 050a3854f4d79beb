import { expect, it } from 'vitest'
import { memberRows, staffId } from '../furnish.testing.ts'
import { changedMember } from './member-changes.ts'

const by = { kind: 'staff', device: 'd1', session: 's1', staff: staffId('mei'), role: 'manager' } as const
const [wang] = memberRows

it('changes how a name is said, leaves it, and clears it', () => {
  if (!wang) throw new Error('nobody')
  const said = changedMember(wang, { say: 'Wáng' }, by, 1)
  expect(said.say).toBe('Wáng')
  expect(changedMember(said, { called: '王总' }, by, 2)).toMatchObject({ say: 'Wáng', called: '王总' })
  expect(changedMember(said, { say: '' }, by, 2)).not.toHaveProperty('say')
})
