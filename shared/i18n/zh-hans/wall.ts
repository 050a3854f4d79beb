/** The demo's wall: the source that types the other languages. */

export const wall = {
  tagline: '一晚的唱名，就在这一页',
  kioskFrame: '大堂迎宾屏',
  panelFrame: 'V08 包厢屏',
  barFrame: '吧台',
  managerFrame: '经理台',
  touchCard: '刷王总的卡',
  scanCode: '扫码',
  complainMic: '投诉话筒',
  cutPower: '断电',
  hintCard: '看大堂：王总的名字亮起来',
  hintSeat: '在经理台点“确认入座”',
  hintRound: '在包厢屏点“再来一轮”，看吧台',
  hintComplain: '经理台响了，点“接单”',
  hintPower: '先在包厢屏点一下，断电后它还在',
  powerOff: '断电了，正在重新开机',
  powerBack: '开机了，什么都没丢',
  roomEmpty: '先刷卡入座，再投诉',
  noLinks: '请从终端里的链接打开',
  noLinksHint: '每次开机都会打印新的链接',
} as const
