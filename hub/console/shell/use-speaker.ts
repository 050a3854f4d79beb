/** Says in words that rooms are no longer said aloud here, and that they are again: whoever listens for them would wait in vain. */
import { effect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Standing } from '../sound/speaker.ts'
import type { House } from '../state/house.ts'

export function useSpeaker({ voice, muted, speaker, speech, notices }: House): void {
  useEffect(() => {
    let before: Standing | undefined
    return effect(() => {
      const now = voice.state.value === 'running' && !muted.value ? speaker.standing.value : undefined
      const was = before
      before = now
      // 开始值班 and the key that turns it on or off say it themselves.
      if (was === undefined || was === now) return
      const { t } = speech.peek()
      if (now === 'says') notices.say(t('speaks', { voice: speaker.voice.peek()?.name ?? '' }))
      else if (now === 'no-voice') notices.complain(t('speaksNot'))
      else if (now === 'failed') notices.complain(t('speaksFails'))
    })
  }, [voice, muted, speaker, speech, notices])
}
