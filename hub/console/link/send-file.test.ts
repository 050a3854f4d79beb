import { afterEach, expect, it, vi } from 'vitest'
import { pieceBytes, sendFile } from './send-file.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** A hub that answers so, one piece after the other; undefined: the line breaks. */
function hub(...answers: readonly (number | undefined)[]) {
  vi.useFakeTimers()
  const asked: string[] = []
  vi.stubGlobal('fetch', async (path: string, { body }: { body: Blob }) => {
    const status = answers[asked.length] ?? Number.NaN
    asked.push(`${path} ${body.size}`)
    if (Number.isNaN(status)) throw new TypeError('no answer')
    return { ok: status < 300, status }
  })
  return asked
}

async function send(size: number): Promise<boolean> {
  const sent = sendFile('c1', 'u1', new Blob([new Uint8Array(size)]), () => undefined)
  await vi.runAllTimersAsync()
  return sent
}

it('sends a piece again that the hub could not wait for, that came too soon, or that got lost', async () => {
  const asked = hub(408, undefined, 429, 200, 200)
  expect(await send(pieceBytes + 1)).toBe(true)
  const first = `/songs-file/c1/u1/0 ${pieceBytes}`
  expect(asked).toEqual([first, first, first, first, `/songs-file/c1/u1/${pieceBytes} 1`])
})

it('asks no more where the hub says no', async () => {
  const asked = hub(403)
  expect(await send(3)).toBe(false)
  expect(asked).toHaveLength(1)
})

it('sends no piece that Wi-Fi behind three walls does not carry within the time of a request', () => {
  expect(pieceBytes / 30_000).toBeLessThan(5)
})
