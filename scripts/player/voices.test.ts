import { expect, it } from 'vitest'
import { voicesOf } from './voices.ts'

const video = { id: 1, type: 'video' }
const sound = (id: number, title?: string) => ({ id, type: 'audio', selected: id === 1, ...(title && { title }) })

it.each([
  ['says nothing', [sound(1), sound(2)], { sung: 1, backing: 2 }],
  ['names its backing first', [sound(1, '伴奏'), sound(2, '原唱')], { sung: 2, backing: 1 }],
  ['names its singer only', [sound(1), sound(2, '原唱')], { sung: 2, backing: 1 }],
  ['is named in English', [sound(1, 'Off Vocal'), sound(2, 'Vocal')], { sung: 2, backing: 1 }],
  ['has more than two', [sound(1, '国语原唱'), sound(2, '粤语原唱'), sound(3, '伴唱')], { sung: 1, backing: 3 }],
])('knows which sound has the singer in a file that %s', (_how, sounds, voices) => {
  expect(voicesOf([video, ...sounds])).toEqual(voices)
})

it('offers no choice where there is none', () => {
  expect(voicesOf([video, sound(1, '原唱')])).toBeUndefined()
  expect(voicesOf('property unavailable')).toBeUndefined()
})
