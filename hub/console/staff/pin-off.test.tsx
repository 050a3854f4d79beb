import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { refused } from '../../../shared/protocol/answer.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { Role } from '../../../shared/protocol/words.ts'
import { close, open } from '../app.testing.tsx'
import type { FakeLink } from '../stage/fake-link.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

describe('a PIN that is off', () => {
  const reset = async (role: Role) => {
    const { link, house } = await open(role)
    const chen = { id: 's2', name: { zhHans: '小陈' }, role: 'floor', zone: [], signedIn: false } as const
    link.put(['staff/s2', { ...chen, pinOff: true }])
    house.screen.value = 'staff'
    const person = (await screen.findByText(/^PIN已停用/)).closest<HTMLElement>('li')
    if (!person) throw new Error('nobody')
    return { link, button: within(person).queryByRole('button', { name: '重设PIN' }) }
  }

  test('is the owner’s to set, in words, with a new PIN typed twice', async () => {
    const { link, button } = await reset('owner')
    fireEvent.click(button ?? document.body)
    const dialog = await screen.findByRole('dialog', { name: '给小陈重设PIN' })
    const type = (pin: string) => {
      for (const digit of pin) fireEvent.keyDown(document.body, { key: digit })
    }
    type('88081')
    expect(dialog.querySelector('.pin-dots')?.textContent).toBe('')
    expect(dialog.querySelectorAll('.pin-dot[data-filled]')).toHaveLength(5)
    type('6')
    expect(await within(dialog).findByText('太好猜了：不要生日、连号、重复')).toBeTruthy()
    type('480271')
    expect(await within(dialog).findByText('再输一次新PIN')).toBeTruthy()
    type('246811')
    expect(await within(dialog).findByText('两次不一样，重新输入')).toBeTruthy()
    type('480271')
    await within(dialog).findByText('再输一次新PIN')
    type('480271')
    await within(dialog).findByText(/，输入六位PIN$/)
    expect(link.sent).toEqual([])
    type('111222')
    await waitFor(() => expect(link.sent).toEqual([{ type: 'ResetPin', staff: 's2', newPin: '480271', pin: '111222' }]))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  test('is said to the manager, who asks the owner', async () => {
    const { button } = await reset('manager')
    expect(button).toBeNull()
    expect(screen.getByText('PIN已停用 · 请老板重设')).toBeTruthy()
  })

  const signingIn = async (name: string, before: (link: FakeLink) => void = () => undefined) => {
    const { link } = await open()
    before(link)
    link.answerWith(command =>
      command.type === 'SignIn' ? refused(refuse('pin-off', 'ask-manager', { about: command.staff })) : undefined,
    )
    fireEvent.click(await screen.findByRole('button', { name }))
    await screen.findByText(/，输入六位PIN$/)
    for (const digit of '480271') fireEvent.keyDown(document.body, { key: digit })
    return (await screen.findByText(/^PIN已停用/)).textContent?.replace(/\s/g, ' ')
  }

  test('sends whoever types it to who can help: never to a manager, who may not', async () => {
    expect(await signingIn('小陈')).toBe('PIN已停用 · 请老板重设')
    close()
    expect(await signingIn('林静')).toBe('PIN已停用 · 请老板重设')
  })

  test('sends an owner to the hub’s machine, or to another owner', async () => {
    expect(await signingIn('何生')).toBe('PIN已停用 · 在主机上重设：npm run venue -- pin')
    close()
    const second = { id: 's9', name: { zhHans: '何太' }, role: 'owner', zone: [], signedIn: false } as const
    expect(await signingIn('何生', link => link.put(['staff/s9', second]))).toContain('请另一位老板重设，或在主机上')
  })

  test('is nothing that an owner can set for themselves: it is that PIN that it takes', async () => {
    const { link, house } = await open('owner')
    const self = link.one('self')?.session?.staff ?? ''
    const me = link.get('staff', self)
    if (!me) throw new Error('nobody')
    link.put([`staff/${self}`, { ...me, pinOff: true }])
    house.screen.value = 'staff'
    const mine = (await screen.findByText(/^PIN已停用/)).closest<HTMLElement>('li')
    expect(mine?.textContent).toContain('在主机上重设')
    expect(within(mine ?? document.body).queryByRole('button')).toBeNull()
  })
})
