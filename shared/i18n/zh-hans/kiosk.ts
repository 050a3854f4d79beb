/** The lobby screen: its own words; the source that types the other languages. */

export const kiosk = {
  welcome: '欢迎光临',
  wordmark: '唱名',
  // attract
  touchCard: '请碰一下会员卡',
  scanWithPhone: '手机扫码签到',
  comparePhone: '手机上是同一个码',
  justScanned: '刚扫码的手机',
  phoneNumber: '手机号签到',
  phoneNumberHint: '请输入手机号',
  firstVisit: '第一次来',
  lookingFor: '我来找人',
  freeRooms: '现有{count}间空房',
  // after a check-in
  hello: '您好，{name}',
  howMany: '您几位？',
  peopleMore: '更多人，请叫人帮忙',
  colleague: '同事',
  staffLeadsYou: '请稍等，{staff}带您进房',
  staffMeetsYou: '请稍等，{staff}来接您',
  staffFindsThem: '{staff}马上来帮您找',
  allRoomsTaken: '包厢暂满，{staff}来安排',
  bookingFound: '您的预订已备好',
  bookingIs: '{time}，{count}位',
  // when it does not work
  touchAgain: '请再碰一下卡',
  tryPhone: '请用手机扫码',
  tryPhoneHint: '也可以输入手机号',
  // idle
  stillHere: '我还在',
  // set-up
  pairDevice: '请经理输入配对码',
  pairWaiting: '正在取配对码',
  openedElsewhere: '此屏已在别处打开',
  useHere: '在这里使用',
  setup: '设置',
  setupTitle: '银行卡校准',
  setupHint: '卡贴屏幕，调到一样宽',
  wider: '宽一点',
  narrower: '窄一点',
} as const
