import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { done, refused } from '../../../../shared/protocol/answer.ts'
import { refuse } from '../../../../shared/protocol/refusals.ts'
import { venueSetup } from '../../stage/setup.ts'
import { open, pressSave } from '../open-section.testing.tsx'

vi.mock('../../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

describe('rooms in set-up', () => {
  test('a room is moved on the plan by taps or by arrow keys, and the places are saved as one', async () => {
    const link = await open('包厢')
    link.answerWith(() => done())
    const plan = within(await screen.findByRole('group', { name: '平面图' }))
    const [first, second] = venueSetup.rooms.filter(({ floor }) => floor === venueSetup.rooms[0]?.floor)
    if (!first || !second) throw new Error('too few rooms')
    fireEvent.click(plan.getByRole('button', { name: first.name }))
    fireEvent.click(plan.getByRole('button', { name: '第4排第5格' }))
    fireEvent.keyDown(plan.getByRole('button', { name: second.name }), { key: 'ArrowDown' })
    fireEvent.click(screen.getByRole('button', { name: '保存位置' }))
    await waitFor(() => expect(link.sent).toHaveLength(1))
    expect(link.sent[0]).toMatchObject({ type: 'PlaceRooms' })
    const places = link.sent[0]?.type === 'PlaceRooms' ? link.sent[0].places : []
    expect(places).toContainEqual({ room: first.id, rev: 0, at: { x: 4, y: 3 } })
    expect(places.find(({ room }) => room === second.id)?.at.y).toBe(1)
  })

  test('a room goes on by the keys, and back where it was there is nothing to save', async () => {
    const placed = venueSetup.rooms.map((room, x) => ({ ...room, at: { x: x % 12, y: Math.floor(x / 12) } }))
    const [first] = placed
    if (!first) throw new Error('too few rooms')
    const link = await open('包厢', undefined, { ...venueSetup, rooms: placed })
    link.answerWith(() => done())
    const plan = within(await screen.findByRole('group', { name: '平面图' }))
    plan.getByRole('button', { name: first.name }).focus()
    const press = async (key: string) => {
      const { activeElement: before } = document
      if (before) fireEvent.keyDown(before, { key })
      await waitFor(() => expect(document.activeElement).not.toBe(before))
      expect(document.activeElement?.textContent).toBe(first.name)
    }
    const save = () => screen.getByRole('button', { name: '保存位置' })
    await press('ArrowDown')
    await press('ArrowUp')
    expect(save()).toHaveProperty('disabled', true)
    await press('ArrowDown')
    await press('ArrowDown')
    fireEvent.click(save())
    await waitFor(() =>
      expect(link.sent).toEqual([{ type: 'PlaceRooms', places: [{ room: first.id, rev: 0, at: { x: 0, y: 2 } }] }]),
    )
  })

  test('another room that is tapped on the plan is the one in hand, and what was cancelled is in nobody’s', async () => {
    const link = await open('包厢')
    link.answerWith(() => done())
    const plan = within(await screen.findByRole('group', { name: '平面图' }))
    const [first, second] = venueSetup.rooms.filter(({ floor }) => floor === venueSetup.rooms[0]?.floor)
    if (!first || !second) throw new Error('too few rooms')
    const tap = (name: string) => fireEvent.click(plan.getByRole('button', { name }))
    const held = () => plan.queryAllByRole('button', { pressed: true }).map(({ textContent }) => textContent)
    tap(first.name)
    await screen.findByText(`点 ${first.name} 要放的格子，或改点另一间`)
    tap(second.name)
    await waitFor(() => expect(held()).toEqual([second.name]))
    expect(screen.queryByRole('button', { name: '保存位置' })).toBeNull()
    tap('第4排第5格')
    await waitFor(() => expect(held()).toEqual([]))
    tap(first.name)
    await waitFor(() => expect(held()).toEqual([first.name]))
    fireEvent.click(screen.getByRole('button', { name: '取消' }))
    await waitFor(() => expect(held()).toEqual([]))
    tap(second.name)
    tap('第5排第5格')
    fireEvent.click(await screen.findByRole('button', { name: '保存位置' }))
    await waitFor(() => expect(link.sent).toHaveLength(1))
    const places = link.sent[0]?.type === 'PlaceRooms' ? link.sent[0].places : []
    expect(places).toContainEqual({ room: second.id, rev: 0, at: { x: 4, y: 4 } })
  })

  test('a floor that is out of bounds says so alone: the zone that follows it keeps the one that holds', async () => {
    await open('包厢')
    const list = within(await screen.findByRole('region', { name: '包厢' }))
    fireEvent.click(list.getByRole('button', { name: /^V01.+/ }))
    const floor = screen.getByRole('spinbutton', { name: '楼层' })
    const zone = screen.getByRole('spinbutton', { name: '区域' })
    const { value: before } = zone as HTMLInputElement
    for (const typed of ['2000', '']) {
      fireEvent.input(floor, { target: { value: typed } })
      await screen.findByText('填-9到199')
      expect(zone).toHaveProperty('value', before)
      expect(screen.queryByText('填-9到999')).toBeNull()
    }
    fireEvent.input(floor, { target: { value: '7' } })
    await waitFor(() => expect(zone).toHaveProperty('value', '7'))
    fireEvent.click(screen.getByRole('button', { name: '取消' }))
    fireEvent.click(await screen.findByRole('button', { name: '不要了' }))
  })

  test('a new room and a class want their names', async () => {
    const link = await open('包厢')
    link.answerWith(() => done())
    fireEvent.click(await screen.findByRole('button', { name: '加包厢' }))
    fireEvent.input(screen.getByRole('textbox', { name: '房名' }), { target: { value: '888' } })
    fireEvent.click(within(screen.getByRole('group', { name: '房型' })).getByRole('button', { name: '豪华大包' }))
    pressSave()
    await waitFor(() => expect(link.sent).toHaveLength(1))
    expect(link.sent[0]).toMatchObject({ type: 'SaveRoom', rev: 0, fields: { name: '888', roomClass: 'big' } })
  })

  test('another class for a room with guests in it is asked about before it is saved', async () => {
    const link = await open('包厢')
    link.answerWith((_, sure) => (sure ? done() : refused(refuse('room-taken', 'confirm'))))
    const list = within(await screen.findByRole('region', { name: '包厢' }))
    fireEvent.click(list.getByRole('button', { name: /^V01.+/ }))
    fireEvent.click(within(screen.getByRole('group', { name: '房型' })).getByRole('button', { name: '豪华大包' }))
    pressSave()
    expect(await screen.findByText(/按新房型算价/)).toBeTruthy()
    fireEvent.click(await screen.findByRole('button', { name: '确定' }))
    await waitFor(() => expect(screen.queryByRole('group', { name: '房型' })).toBeNull())
    expect(link.sent.map(({ type }) => type)).toEqual(['SaveRoom', 'SaveRoom'])
  })

  test('another class for a room with guests in it that is promised as well is asked about in one breath', async () => {
    const link = await open('包厢')
    link.answerWith((_, sure) => (sure ? done() : refused(refuse('in-use', 'confirm'))))
    const list = within(await screen.findByRole('region', { name: '包厢' }))
    const choose = (room: RegExp) => {
      fireEvent.click(list.getByRole('button', { name: room }))
      fireEvent.click(within(screen.getByRole('group', { name: '房型' })).getByRole('button', { name: '豪华大包' }))
      pressSave()
    }
    const question = async () => (await screen.findByRole('dialog', { name: '再确认一次' })).querySelector('.question')
    choose(/^V01.+/)
    expect((await question())?.textContent).toBe(
      '包厢里有客人，之后点的酒水会按新房型算价。\n有预订要靠这间，这样就兑现不了。仍要继续？',
    )
    fireEvent.click(screen.getByRole('button', { name: '确定' }))
    await waitFor(() => expect(screen.queryByRole('group', { name: '房型' })).toBeNull())
    expect(link.sent).toHaveLength(2)
    // Nobody is in this one.
    choose(/^V03.+/)
    expect((await question())?.textContent).toBe('有预订要靠这间，这样就兑现不了。仍要继续？')
  })
})
