/** The lobby screen: its own words. */
import type { Translation } from '../message.ts'
import type { kiosk as source } from '../zh-hans/kiosk.ts'

export const kiosk = {
  welcome: '歡迎光臨',
  wordmark: '唱名',
  // attract
  touchCard: '請碰一下會員卡',
  showCode: '把會員碼對準鏡頭',
  cardPaused: '請掃碼或輸手機號',
  scanWithPhone: '手機掃碼簽到',
  comparePhone: '手機上是同一個碼',
  joinWifi: '連 Wi-Fi',
  thenScan: '再掃這裡',
  orOpen: '掃不了？手機打開',
  typeThere: '再輸入這六個字母',
  justScanned: '剛掃碼的手機',
  phoneNumber: '手機號簽到',
  phoneNumberHint: '請輸入手機號',
  firstVisit: '第一次來',
  lookingFor: '我來找人',
  freeRooms: '現有{count}間空房',
  // after a check-in
  hello: '您好，{name}',
  howMany: '您幾位？',
  peopleMore: '更多人，請叫人幫忙',
  colleague: '同事',
  staffLeadsYou: '請稍等，{staff}帶您進房',
  staffMeetsYou: '請稍等，{staff}來接您',
  staffFindsThem: '{staff}馬上來幫您找',
  allRoomsTaken: '包廂暫滿，{staff}來安排',
  bookingFound: '您的預訂已備好',
  bookingIs: '{time}，{count}位',
  mayLeaveNumber: '下次想用手機號簽到？',
  leaveNumber: '留個手機號，下次直接輸',
  birthdayMonth: '生日在幾月？',
  birthdayDay: '{month}幾日？',
  noBirthday: '不用了',
  numberKept: '記好了，下次輸號碼就行',
  // to the guest behind, while somebody is being asked
  nextGuestMet: '下一位貴賓，{staff}來接您',
  nextGuestAgain: '下一位貴賓，請再碰一下',
  nextGuestHelped: '下一位貴賓，{staff}來幫您',
  // when it does not work
  askOurStaff: '請找店裡的同事',
  touchAgain: '請再碰一下卡',
  tryPhone: '請用手機掃碼',
  tryPhoneHint: '也可以輸入手機號',
  // idle
  stillHere: '我還在',
  // set-up
  pairDevice: '請經理輸入配對碼',
  pairWaiting: '正在取配對碼',
  pairKnown: '請經理在工作台「設備」裡核對，點「恢復」',
  pairFull: '等配對的裝置太多：請經理在工作台點「連續配平板」',
  openedElsewhere: '此屏已在別處打開',
  useHere: '在這裡使用',
  setup: '設定',
  setupTitle: '銀行卡校準',
  setupHint: '卡貼螢幕，調到一樣寬',
  wider: '寬一點',
  narrower: '窄一點',
} as const satisfies Translation<typeof source>
