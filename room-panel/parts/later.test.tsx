/** A part that is fetched when needed appears, whoever fetched it and whenever it came. */
import { render } from 'preact'
import { afterEach, expect, test, vi } from 'vitest'
import { later } from './later.tsx'

function Word() {
  return <p>来了</p>
}

afterEach(() => {
  render(null, document.body)
  vi.useRealTimers()
})

test('also when it came between the first drawing and its effects', async () => {
  const part = later(async () => Word)
  render(<part.Part />, document.body)
  // Effects wait for a frame; this does not.
  await part.fetch()
  await vi.waitFor(() => expect(document.body.textContent).toBe('来了'))
})

test('fetched ahead, it is there at once', async () => {
  const part = later(async () => Word)
  await part.fetch()
  render(<part.Part />, document.body)
  expect(document.body.textContent).toBe('来了')
})

test('asks again while the hub is away', async () => {
  vi.spyOn(console, 'warn').mockReturnValue(undefined)
  let away = true
  const part = later(async () => {
    if (away) throw new Error('away')
    return Word
  })
  render(<part.Part />, document.body)
  await vi.waitFor(() => expect(console.warn).toHaveBeenCalled())
  away = false
  await vi.waitFor(() => expect(document.body.textContent).toBe('来了'), { timeout: 4000 })
})
