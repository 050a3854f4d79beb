/** A price of 0 may be a slip: what was saved counts in every room at once. */
import { useSetup } from './setup-words.ts'

export function useAskIfFree(): (text: string, onYes: () => void) => void {
  const { t, s, house } = useSetup()
  return (text, onYes) =>
    house.notices.ask({ title: s('free'), text, yes: s('freeYes'), no: t('cancel'), grave: false, onYes })
}
