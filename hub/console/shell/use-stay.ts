/**
 * 后退 leaves nothing: the console is one page, and going back from it would drop what is typed, and the sound. A browser goes past
 * an entry that nobody's hand made, so one is put there with the first press, and again after each time it was used up.
 */
import { useEffect } from 'preact/hooks'

export function useStay(): void {
  useEffect(() => {
    let isThere = false
    const onPress = () => {
      if (isThere) return
      isThere = true
      history.pushState(null, '')
    }
    const onBack = () => {
      isThere = false
    }
    window.addEventListener('pointerdown', onPress, true)
    window.addEventListener('popstate', onBack)
    return () => {
      window.removeEventListener('pointerdown', onPress, true)
      window.removeEventListener('popstate', onBack)
    }
  }, [])
}
