/** The house of a campaign: its rooms open, its screens paired. */
import { type House, makeHouse } from '../bench/venue.ts'
import { loadSongs } from '../demo/songs/load-songs.ts'

const songsSung = 40

export interface CampaignHouse extends House {
  readonly songs: readonly string[]
}

export async function makeCampaignHouse(folder: string, rooms: number): Promise<CampaignHouse> {
  const songs = loadSongs().slice(0, songsSung)
  const house = await makeHouse({ folder, rooms, members: 40, songs })
  return { ...house, songs: songs.filter(({ blocked }) => !blocked).map(({ id }) => id) }
}
