import { expect, it } from 'vitest'
import { changedView } from '../changed-view.ts'
import { createHouse, devices } from '../house.testing.ts'
import { opened } from './facts.testing.ts'

it('asks for the panels of the touched room alone, however many rooms have some', () => {
  const house = createHouse()
  house.touched()
  house.happen({ ...opened, room: 'v03' })
  const asked: string[] = []
  const context = house.context({
    allDevices: () => {
      throw new Error('went through all devices')
    },
    panelsOf(room) {
      asked.push(room)
      return devices.filter(one => one.room === room)
    },
    presence: () => ({ online: false, awaySince: house.at }),
  })
  const changed = changedView(context, { kind: 'console', role: 'manager' }, house.touched())
  if (changed === 'whole') throw new Error('so little changed')
  expect([...changed.keys()]).toContain('room/v03')
  expect(changed.get('room/v03')).toMatchObject({ panelOffSince: house.at })
  expect(asked).toEqual(['v03'])
})
