/** Every part of the panel reaches the one panel through this. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Panel } from './panel.ts'
import type { Speech } from './words.ts'

export const PanelContext = createContext<Panel | undefined>(undefined)

export function usePanel(): Panel {
  const panel = useContext(PanelContext)
  if (!panel) throw new Error('outside of the panel')
  return panel
}

/** Texts and formats; reading them subscribes to the language. */
export function useSpeech(): Speech {
  return usePanel().words.speech.value
}
