/** Characters that the house's screens could not draw; the table is fetched when somebody types a name. */
import { useEffect, useState } from 'preact/hooks'

export function useMissingGlyphs(text: string): readonly string[] {
  const [missing, setMissing] = useState<readonly string[]>([])
  useEffect(() => {
    let stale = false
    const look = async () => {
      const { missingGlyphs } = await import('./glyphs.ts')
      if (!stale) setMissing(missingGlyphs(text))
    }
    void look()
    return () => {
      stale = true
    }
  }, [text])
  return missing
}
