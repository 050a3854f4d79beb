/** The house's player: in every room the song that is to be played has begun. */
import { type Hand, holdDevice } from './hand.ts'
import type { House } from './house.ts'

/** Resolves when music plays wherever there is a song; later ones begin as they come. */
export async function playMusic(house: House): Promise<Hand<'player'>> {
  const player = await holdDevice(house, 'player', 'd1-player')
  const begun = new Set<string>()
  async function beginAll(): Promise<void> {
    for (const { visit, entry, started } of player.all('playing')) {
      if (started || begun.has(entry)) continue
      begun.add(entry)
      await player.tap({ type: 'StartSong', visit, entry })
    }
  }
  await beginAll()
  player.changes(() => void beginAll())
  return player
}
