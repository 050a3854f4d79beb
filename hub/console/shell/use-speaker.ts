/** Says in words that rooms are no longer said aloud here, and that they are again: whoever listens for them would wait in vain. */
import { effect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Standing } from '../sound/speaker.ts'
import type { House } from '../state/house.ts'

export function useSpeaker({ voice, muted, speaker, notices }: House): void {
  useEffect(() => {
    let before: Standing | undefined
    return effect(() => {
      const now = voice.state.value === 'running' && !muted.value ? speaker.standing.value : undefined
      const was = before
      before = now
      // 开始值班 and the key that turns it on or off say it themselves.
      if (was === undefined || was === now) return
      const { name = '' } = speaker.voice.peek() ?? {}
      if (now === 'says') notices.say(({ t }) => t('speaks', { voice: name }))
      else if (now === 'no-voice') notices.complain(({ t }) => t('speaksNot'))
      else if (now === 'failed') notices.complain(({ t }) => t('speaksFails'))
    })
  }, [voice, muted, speaker, notices])
}
