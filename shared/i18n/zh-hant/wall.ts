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
  seat: '確認入座',
  usual: '老樣子',
  complainMic: '投訴麥克風',
  cutPower: '斷電',
  scanCode: '掃碼',
  hintCard: '大廳亮出他的名字',
  hintSeat: '在經理台點',
  hintUsual: '包廂屏「酒水」裡點，看吧檯',
  hintComplain: '經理台響了，點「接單」',
  hintPower: '包廂屏上剛點的，開機還在',
  hintScan: '另一位客人到店',
  powerOff: '斷電了，正在重新開機',
  powerOn: '開機了，各屏正在連回來',
  powerBack: '都連回來了，什麼都沒丟',
  roomEmpty: '先刷卡入座，再投訴',
  linksUsed: '這個連結已經用過了',
  linksUsedHint: '每個連結只配對一次。在終端機按 Ctrl-C，再執行 npm start，會印出新的',
  noLinks: '請從終端機裡的連結打開',
  noLinksHint: '每次開機都會印出新的連結',
} as const satisfies Translation<typeof source>
