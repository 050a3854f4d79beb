import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { describe, expect, test } from 'vitest'
import { done } from '../../shared/protocol/answer.ts'
import { commands, type Opened, openPanel } from '../panel.testing.tsx'

/** The hub shows what it was asked, and drops what was withdrawn. */
const answering = ({ link }: Opened) => {
  let at = 0
  link.answerWith(({ command }) => {
    const request = { status: 'open', openedAt: 0, times: 1, onTheWay: false }
    if (command.type === 'WithdrawRequest') link.show([], [`request/${command.request}`])
    else {
      at += 1
      const what =
        command.type === 'CallService' ? { kind: 'service', service: command.service } : { kind: 'complaint' }
      link.show([[`request/q${at}`, { ...request, id: `q${at}`, what }]])
    }
    return done()
  })
}
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }))

describe('what was withdrawn by mistake', () => {
  test('a complaint is sent again when it is made again', async () => {
    const opened = await openPanel('service')
    answering(opened)
    for (const key of ['投诉', '太吵', '投诉 不用了', '投诉', '太吵']) await press(key)
    const complain = { type: 'Complain', category: 'noise' }
    await waitFor(() =>
      expect(commands(opened)).toEqual([complain, { type: 'WithdrawRequest', request: 'q1' }, complain]),
    )
  })

  test('a call is made again by the next tap', async () => {
    const opened = await openPanel('service')
    answering(opened)
    await press(/^冰块/)
    const withdraw = await screen.findByRole('button', { name: '冰块 不用了' })
    // Mashes of 不用了 are one.
    fireEvent.click(withdraw)
    fireEvent.click(withdraw)
    await waitFor(() => expect(screen.queryByRole('button', { name: '冰块 不用了' })).toBeNull())
    await press(/^冰块/)
    const call = { type: 'CallService', service: 'ice' }
    await waitFor(() => expect(commands(opened)).toEqual([call, { type: 'WithdrawRequest', request: 'q1' }, call]))
  })
})
