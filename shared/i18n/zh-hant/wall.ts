/** The demo's wall. */
import type { Translation } from '../message.ts'
import type { wall as source } from '../zh-hans/wall.ts'

export const wall = {
  tagline: '一晚的唱名，就在這一頁',
  kioskFrame: '大廳迎賓屏',
  panelFrame: 'V08 包廂屏',
  barFrame: '吧檯',
  managerFrame: '經理台',
  touchCard: '刷王總的卡',
  scanCode: '掃碼',
  complainMic: '投訴麥克風',
  cutPower: '斷電',
  hintCard: '看大廳：王總的名字亮起來',
  hintSeat: '在經理台點「確認入座」',
  hintRound: '在包廂屏點「再來一輪」，看吧檯',
  hintComplain: '經理台響了，點「接單」',
  hintPower: '先在包廂屏點一下，斷電後它還在',
  powerOff: '斷電了，正在重新開機',
  powerBack: '開機了，什麼都沒丟',
  roomEmpty: '先刷卡入座，再投訴',
  noLinks: '請從終端機裡的連結打開',
  noLinksHint: '每次開機都會印出新的連結',
} as const satisfies Translation<typeof source>
