/** What every part of the phone page is given. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Phone } from './phone.ts'
import type { Speech, Words } from './speech.ts'

export interface PhonePage extends Phone {
  readonly words: Words
}

export const PhoneContext = createContext<PhonePage | undefined>(undefined)

export function usePhone(): PhonePage {
  const phone = useContext(PhoneContext)
  if (!phone) throw new Error('outside of the phone page')
  return phone
}

/** Texts in the guest's language; reading it subscribes. */
export function useSpeech(): Speech {
  return usePhone().words.speech.value
}
