/** What every part of the lobby screen is given. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Chime } from '../../../shared/ui/chime.ts'
import type { Camera } from '../camera/camera.ts'
import type { Idle } from './idle.ts'
import type { KioskLink } from './kiosk-link.ts'
import type { Lobby } from './lobby.ts'
import type { ScreenSize } from './screen-size.ts'
import type { Speech, Words } from './speech.ts'

export interface Kiosk {
  readonly link: KioskLink
  readonly lobby: Lobby
  readonly words: Words
  readonly idle: Idle
  readonly chime: Chime
  readonly size: ScreenSize
  readonly camera: Pick<Camera, 'stream'>
}

export const KioskContext = createContext<Kiosk | undefined>(undefined)

export function useKiosk(): Kiosk {
  const kiosk = useContext(KioskContext)
  if (!kiosk) throw new Error('outside of the kiosk')
  return kiosk
}

/** Texts and formats in the guest's language; reading it subscribes. */
export function useSpeech(): Speech {
  return useKiosk().words.speech.value
}
