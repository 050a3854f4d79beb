/** What the hub and its scripts print in a terminal: its own words; the source that types the other languages. */

export const terminal = {
  hubListening: '唱名已启动：{address}',
  portTaken: '端口 {port} 已被占用：关掉另一个程序，或换一个端口 PORT=8081 npm start',
  portForbidden: '不能使用端口 {port}：请用 1024 以上的端口，例如 PORT=8080 npm start',
  hostUnknown: '这台电脑没有地址 {host}：检查 HOST，或不设 HOST 只在本机使用',
  cannotStart: '没能开机：{reason}',
  'store.disk-full': '磁盘满了：{place}。腾出空间再开机，已确认的都在',
  'store.write-failed': '写不进磁盘：{place}。检查磁盘和权限再开机',
  'store.damaged': '记录损坏：{place}。停下以免误删。请从备份恢复数据夹 {folder}',
  'store.unreadable': '读不了：{place}。从备份恢复，或用 DATA_DIR 指定另一个数据夹',
  'store.newer-version': '{place} 由更新版本写成：请装新版本，数据没有改动',
  'store.locked': '另一个中枢正在使用数据夹 {folder}：先停掉它',
} as const
