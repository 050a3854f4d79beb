/** A part that is fetched when needed appears, whoever fetched it and whenever it came. */

import { waitFor } from '@testing-library/preact'
import { type ComponentChild, render } from 'preact'
import { afterEach, expect, test, vi } from 'vitest'
import { createStageLink } from '../stage/stage-link.ts'
import { createDeviceMemory } from '../state/device-memory.ts'
import { createPanel } from '../state/panel.ts'
import { PanelContext } from '../state/panel-context.ts'
import { createWords } from '../state/words.ts'
import { incomplete, later, soon } from './later.tsx'

function Word() {
  return <p>来了</p>
}

afterEach(() => {
  render(null, document.body)
  incomplete.value = false
})

async function show(part: ComponentChild): Promise<void> {
  const link = createStageLink('idle', [])
  const words = await createWords('zh-Hans', link.view)
  const panel = createPanel({ link, words, memory: createDeviceMemory('p1', localStorage) })
  render(<PanelContext.Provider value={panel}>{part}</PanelContext.Provider>, document.body)
}

test('also when it came between the first drawing and its effects', async () => {
  const part = later(async () => Word)
  await show(<part.Part />)
  // Effects wait for a frame; this does not.
  await part.fetch()
  await waitFor(() => expect(document.body.textContent).toBe('来了'))
})

test('fetched ahead, it is there at once', async () => {
  const part = later(async () => Word)
  await part.fetch()
  await show(<part.Part />)
  expect(document.body.textContent).toBe('来了')
})

test('where it cannot be fetched there are words, and the page knows that it has to start anew', async () => {
  vi.spyOn(console, 'warn').mockReturnValue(undefined)
  const part = later(async () => {
    throw new Error('away')
  })
  expect(incomplete.value).toBe(false)
  await show(<part.Part />)
  expect(document.body.textContent).toBe('正在连接，请稍等')
  await waitFor(() => expect(incomplete.value).toBe(true))
  expect(document.body.textContent).toBe('正在连接，请稍等')
})

test('what may come a moment later leaves its place empty until it is fetched, and asks for nothing by itself', async () => {
  const load = vi.fn(async () => Word)
  const part = soon(load)
  await show(<part.Part />)
  expect(document.body.textContent).toBe('')
  expect(load).not.toHaveBeenCalled()
  await part.fetch()
  await waitFor(() => expect(document.body.textContent).toBe('来了'))
})
