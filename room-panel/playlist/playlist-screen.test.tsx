import { screen, waitFor } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { now, openPanel } from '../panel.testing.tsx'

test('how long a song still waits goes on while the one before it plays', async () => {
  const { panel, link, clock } = await openPanel('service')
  const hubNow = vi.spyOn(link, 'hubNow').mockReturnValue(now)
  panel.screen.value = 'playlist'
  const row = (await screen.findByText('海阔天空')).closest('li')
  // Two minutes are left of the song that plays, and one of four comes first.
  for (const minutes of [6, 5, 4]) {
    const at = now + (6 - minutes) * 60_000
    hubNow.mockReturnValue(at)
    clock.minute.value = at
    await waitFor(() => expect(row?.textContent).toContain(`约${minutes}分钟`))
  }
})
