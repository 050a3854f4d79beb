/** The guest's phone page: its own words. */
import type { Translation } from '../message.ts'
import type { phone as source } from '../zh-hans/phone.ts'

export const phone = {
  phoneCheckIn: '手機簽到',
  sameCode: '大屏上是同一個碼',
  sameCodeNo: '不一樣？請叫員工',
  // a code that this phone keeps
  welcomeBack: '歡迎再來',
  checkInNow: '一鍵簽到',
  notMe: '我是新朋友',
  cardHolder: '有卡？直接碰大屏',
  // who they are
  yourCall: '怎麼稱呼您',
  yourCallHint: '例如：王總',
  tastes: '平時喝什麼',
  beer: '啤酒',
  whisky: '威士忌',
  brandy: '白蘭地',
  baijiu: '白酒',
  wine: '葡萄酒',
  cocktail: '雞尾酒',
  soft: '軟飲',
  tea: '茶',
  howMany: '今晚幾位',
  howWelcome: '到店時',
  byName: '按名字歡迎我',
  byNameHint: '大屏會唱出您的稱呼',
  quietly: '低調',
  quietlyHint: '任何螢幕都不顯示您',
  consent: '只記您的稱呼和口味，讓下次更周到。不收手機號。想刪除，隨時告訴員工。',
  agree: '同意並簽到',
  checkingIn: '簽到中',
  // afterwards
  lookUp: '請看大屏',
  staffMeetsYou: '同事馬上來接您',
  enjoy: '今晚盡興',
  yourCode: '您的會員碼',
  yourCodeHint: '下次對準大屏掃一掃',
  saveCode: '儲存圖片',
  holdToSave: '微信裡請長按圖片儲存',
  keptHere: '本手機已記住您',
  forget: '讓本手機忘記我',
  // a ticket that does not count any more
  scanAgain: '請再掃大屏上的碼',
  scanAgainWhy: '這個碼已用過或過期',
  scanAgainElse: '也可以請員工幫您',
} as const satisfies Translation<typeof source>
