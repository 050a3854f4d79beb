import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { done, refused } from '../../../shared/protocol/answer.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { Role } from '../../../shared/protocol/words.ts'
import { open } from '../app.testing.tsx'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

const ticket = () => within(document.querySelector<HTMLElement>('[data-slice-key="order/o3"]') ?? document.body)

async function openBar(role: Role) {
  const opened = await open(role)
  opened.house.screen.value = 'bar'
  opened.link.answerWith(() => done())
  return opened
}

async function refuseFor(word: string, item?: string) {
  fireEvent.click(await ticket().findByRole('button', { name: '不接' }))
  if (item !== undefined) fireEvent.click(ticket().getByRole('button', { name: new RegExp(item) }))
  fireEvent.click(ticket().getByRole('button', { name: word }))
}

const asked = () => screen.findByRole('dialog', { name: '售完' })

test('what is refused for being gone is asked about once, and no room orders it again', async () => {
  const { link } = await openBar('bar')
  await refuseFor('售完')
  const question = await asked()
  expect(question.textContent).toContain('青岛纯生、果盘（大）也标售完吗？')
  expect(link.sent.map(({ type }) => type)).toEqual(['RejectOrder'])
  fireEvent.click(within(question).getByRole('button', { name: '标售完' }))
  expect(link.sent.slice(1)).toEqual([
    { type: 'SetSoldOut', item: 'i2', soldOut: true },
    { type: 'SetSoldOut', item: 'i4', soldOut: true },
  ])
})

test('of an order of which only some was marked, only that is asked about, and a no sends nothing', async () => {
  const { link } = await openBar('manager')
  await refuseFor('售完', '果盘')
  const question = await asked()
  expect(question.textContent).toContain('果盘（大）也标售完吗？')
  expect(question.textContent).not.toContain('青岛纯生')
  fireEvent.click(within(question).getByRole('button', { name: '先不标' }))
  expect(link.sent.map(({ type }) => type)).toEqual(['RejectOrder'])
})

test.each([
  ['another reason', 'bar', '点错', undefined, true],
  ['who may not mark it', 'floor', '售完', undefined, true],
  ['what is marked already', 'bar', '售完', ['i2', 'i4'], true],
  ['a refusal that the hub did not take', 'bar', '售完', undefined, false],
] as const)('nothing is asked for %s', async (_of, role, word, gone, taken) => {
  const { link, house } = await openBar(role)
  for (const item of gone ?? []) link.put([`item/${item}`, { ...link.get('item', item), soldOut: true }])
  if (!taken) link.answerWith(() => refused(refuse('already-done', 'look-again')))
  await refuseFor(word)
  await waitFor(() => expect(link.sent.map(({ type }) => type)).toEqual(['RejectOrder']))
  await new Promise(requestAnimationFrame)
  expect(house.notices.question.value).toBeUndefined()
})
