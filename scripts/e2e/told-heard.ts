/** Which calls a console told the hub to have sounded there, and was answered: no screen shows that. */
import type { Page } from 'playwright/test'

/** From now on, by the console's own frames. */
export async function listenForHeard(page: Page): Promise<(request: string) => boolean> {
  const told = new Map<string, string>()
  const taken = new Set<string>()
  const network = await page.context().newCDPSession(page)
  network.on('Network.webSocketFrameSent', ({ response }) => {
    const [, ack, heard] = /^42(\d+)\["presence",.*"heard":\[([^\]]*)\]/.exec(response.payloadData) ?? []
    if (ack !== undefined && heard !== undefined) told.set(ack, heard)
  })
  network.on('Network.webSocketFrameReceived', ({ response }) => {
    const [, ack] = /^43(\d+)\[/.exec(response.payloadData) ?? []
    const heard = ack !== undefined && told.get(ack)
    if (heard) taken.add(heard)
  })
  await network.send('Network.enable')
  return request => [...taken].some(heard => heard.includes(`"${request}"`))
}
