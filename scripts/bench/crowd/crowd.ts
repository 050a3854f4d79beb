/** Many clients of one server that stay, come back by themselves, and can be made more or fewer. */
import type { Manager } from 'socket.io-client'
import { openAll } from '../taps/target.ts'

export interface Client {
  /** False: it was refused. */
  tap(): Promise<boolean>
  /** Calls `back` once, when its link broke and it was then shown everything again. */
  onceBack(back: () => void): void
  close(): void
}

export interface Crowd {
  /** Opens or closes panels until there are so many. */
  be(panels: number): Promise<void>
  tap(panel: number): Promise<boolean>
  onHeard(listener: (panel: number) => void): void
  /** Resolves when every client, consoles too, has lost its link and is back. To be called before the server is killed. */
  allBack(): Promise<void>
  close(): void
}

/** As a page of the house comes back. */
export const comesBack = { reconnectionDelay: 300, reconnectionDelayMax: 3000, timeout: 5000 } as const

export function likeAPage(manager: Manager): void {
  manager.reconnectionDelay(comesBack.reconnectionDelay)
  manager.reconnectionDelayMax(comesBack.reconnectionDelayMax)
  manager.timeout(comesBack.timeout)
}

export function createCrowd(deps: {
  consoles: readonly Pick<Client, 'onceBack' | 'close'>[]
  open: (panel: number) => Promise<Client>
  onHeard: Crowd['onHeard']
}): Crowd {
  const { consoles, open, onHeard } = deps
  const panels: Client[] = []
  return {
    async be(count) {
      for (const panel of panels.splice(count)) panel.close()
      const before = panels.length
      panels.push(...(await openAll(count - before, index => open(before + index))))
    },
    async tap(index) {
      const panel = panels[index]
      if (!panel) throw new RangeError(`no panel ${index}`)
      return panel.tap()
    },
    onHeard,
    async allBack() {
      await Promise.all([...consoles, ...panels].map(client => new Promise<void>(back => client.onceBack(back))))
    },
    close() {
      for (const client of [...consoles, ...panels]) client.close()
    },
  }
}
