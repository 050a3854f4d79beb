/** What the campaigns say of a verdict, Chinese and English side by side. */
import type { Verdict } from './judge.ts'

const mostNamed = 5

const faultNames = [
  ['lost', '答应了却不在流水里 promised and not in the journal'],
  ['doubled', '流水里不止一次 more than once in the journal'],
  ['unanswered', '最后仍没有答复 never answered'],
  ['outOfOrder', '同一台设备里抢了先 out of order on its device'],
  ['otherAnswers', '两次答复不同 answered in two ways'],
] as const

export function verdictLines(verdict: Verdict): string[] {
  const { taps, answered, journaled, resent } = verdict
  const found = faultNames.map(([fault, name]) => {
    const which = verdict[fault]
    return `${String(which.length).padStart(6)}   ${name}${which.length === 0 ? '' : `: ${which.slice(0, mostNamed).join(', ')}`}`
  })
  return [
    `${String(taps).padStart(6)}   次点击 taps, ${answered} 有答复 answered, ${journaled} 在流水里 in the journal, ${resent} 发了不止一次 sent more than once`,
    ...found,
  ]
}
