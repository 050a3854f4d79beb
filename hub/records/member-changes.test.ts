import { describe, expect, it } from 'vitest'
import { memberRows, staffId } from '../whole/furnish.testing.ts'
import { changedMember } from './member-changes.ts'

const by = { kind: 'staff', device: 'd1', session: 's1', staff: staffId('mei'), role: 'manager' } as const
const [wang] = memberRows
if (!wang) throw new Error('nobody')

it('changes how a name is said, leaves it, and clears it', () => {
  const said = changedMember(wang, { say: 'Wáng' }, by, 1)
  expect(said.say).toBe('Wáng')
  expect(changedMember(said, { called: '王总' }, by, 2)).toMatchObject({ say: 'Wáng', called: '王总' })
  expect(changedMember(said, { say: '' }, by, 2)).not.toHaveProperty('say')
})

describe('who somebody is', () => {
  it('is written anew, each for itself', () => {
    const { tier, ...others } = wang
    expect(changedMember(wang, { tier: 'gold' }, by, 1)).toEqual({ ...others, tier: 'gold' })
    expect(changedMember(wang, { phone: '13900001111' }, by, 1)).toEqual({ ...wang, phone: '13900001111' })
    expect(changedMember(wang, { birthday: '05-20', name: '王建国' }, by, 1)).toEqual({
      ...wang,
      birthday: '05-20',
      name: '王建国',
    })
    expect(tier).not.toBe('gold')
  })

  it('is taken away where it is said to be nothing', () => {
    const { phone: _phone, birthday: _birthday, ...others } = wang
    expect(changedMember(wang, { phone: '', birthday: '' }, by, 1)).toEqual(others)
  })

  it('and whose guest they are is said anew, or is nobody', () => {
    const named = changedMember(wang, { accountManager: staffId('mei') }, by, 1)
    expect(named.accountManager).toBe(staffId('mei'))
    expect(changedMember(named, { called: '王总' }, by, 2).accountManager).toBe(staffId('mei'))
    expect(changedMember(named, { accountManager: '' }, by, 2)).not.toHaveProperty('accountManager')
  })

  it('is what they are called, where nobody knows their name', () => {
    expect(changedMember(wang, { name: '', called: '王总' }, by, 1)).toMatchObject({ called: '王总', name: '王总' })
  })
})

it('takes out the note that is meant, and leaves the others', () => {
  const note = (at: number, staff: string, text: string) => ({ at, by: staffId(staff), text })
  const [first, second, third] = [note(1, 'mei', '靠窗'), note(2, 'mei', '别人的'), note(2, 'lily', '冰少')]
  const noted = { ...wang, notes: [first, second, third] }
  const changed = changedMember(noted, { withoutNote: { at: 2, by: staffId('mei') } }, by, 3)
  expect(changed).toEqual({ ...wang, notes: [first, third] })
  const mended = changedMember(noted, { withoutNote: { at: 1, by: staffId('mei') }, note: '靠門' }, by, 3)
  expect(mended.notes).toEqual([second, third, note(3, 'mei', '靠門')])
})
