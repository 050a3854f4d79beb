/** What the hub and its scripts print in a terminal: its own words. */
import type { Translation } from '../message.ts'
import type { terminal as source } from '../zh-hans/terminal.ts'

export const terminal = {
  hubListening: '唱名已啟動：{address}',
  portTaken: '連接埠 {port} 已被佔用：關閉另一個程式，或換一個連接埠 PORT=8081 npm start',
  portForbidden: '不能使用連接埠 {port}：請用 1024 以上的連接埠，例如 PORT=8080 npm start',
  hostUnknown: '這台電腦沒有位址 {host}：檢查 HOST，或不設 HOST 只在本機使用',
  cannotStart: '沒能開機：{reason}',
  'store.disk-full': '磁碟滿了：{place}。騰出空間再開機，已確認的都在',
  'store.write-failed': '寫不進磁碟：{place}。檢查磁碟和權限再開機',
  'store.damaged': '記錄損壞：{place}。停下以免誤刪。請從備份還原資料夾 {folder}',
  'store.unreadable': '讀不了：{place}。從備份還原，或用 DATA_DIR 指定另一個資料夾',
  'store.newer-version': '{place} 由較新版本寫成：請安裝新版本，資料沒有更動',
  'store.locked': '另一個中樞正在使用資料夾 {folder}：先停掉它',
} as const satisfies Translation<typeof source>
