/** What `--help` says, Chinese and English side by side. */

export const startHelp = `
  npm start                   唱名 Changming

  装好缺的，编好旧的，数据为空则建演示门店，然后开机。再开一次，一切都在。
  Installs what is missing, builds what is stale, makes the demo venue if the data folder is empty, and starts.
  Started again, everything is still there. Ctrl-C 停机 stops it.

  PORT=8080                   端口 the port
  HOST=127.0.0.1              网卡地址；本机在店内网络的地址（或 0.0.0.0）让包厢里的平板也能连
                              the address to listen on; this machine's own on the venue's network (or 0.0.0.0)
                              lets the tablets in the rooms connect
  HTTP_PORT=PORT+1            店内网络上：客人手机的端口；设备和员工走 PORT 的 HTTPS
                              on the network: the port of guests' phones; devices and staff use HTTPS on PORT
  TLS=off                     不加密，全走 HTTP：只在客人连不上的独立网络用
                              no encryption, HTTP for all: only on a network of its own that no guest can join
  DATA_DIR=data               数据夹 where everything is kept
  BACKUP_DIR=DATA_DIR/backups 每晚的备份放哪里，最好是另一块盘 where each night's backup goes, best on another disk
  READERS=1a86:dd01           看着像键盘的读卡器，逗号隔开 keyboards that are card readers, by commas
  LOG_LEVEL=warn              终端里印多少 how much of the log the terminal shows: info, warn, error

  -- --no-simulation          演示门店不放模拟客人 the demo venue without its simulated guests

  例 e.g.   HOST=192.168.1.20 npm start

  店内网络上第一次开机会做好证书；设备怎么信任它，终端里的 /trust 页有图有步骤。
  On the network the first start makes the certificates; the /trust page in the terminal shows how devices trust it.

  npm run tls -- --help       证书：查看、换新、用自己的 certificates: see, renew, bring your own
  npm run venue -- new        自己的门店 a venue of your own
  npm run venue -- pin        忘了 PIN、停用了：重设 a PIN that is forgotten, or off: set anew
  npm run journal -- --help   流水：核对、修复、查看 the journal: verify, repair, print
  npm run backup              备份整个门店，营业中也行 a backup of the whole house (-- --help)
  npm run restore -- FILE     把备份放回来 puts a backup back
  npm run doctor              体检：这台电脑今晚行不行 is this machine fit for the evening
  npm run simulate -- --help  模拟客人 simulated guests
  npm run bench               量一量 measure it
  npm test                    全部检查 every check and test
`

export const commandsHelp = `
  唱名 Changming

  npm start                   开机 start (npm start -- --help)
  npm test                    检查与测试 every check and test
  npm run check               类型、规范、依赖方向 types, lint, import rules
  npm run build               编译 build what is stale
  npm run venue -- new        新门店 a venue of your own
  npm run venue -- pin        忘了 PIN、停用了：重设 a PIN that is forgotten, or off: set anew
  npm run simulate            模拟客人 simulated guests
  npm run tls                 证书 certificates for HTTPS on the venue's network
  npm run journal             流水：核对、修复、查看 the journal: verify, repair, print (-- --help)
  npm run backup              备份，营业中也行 a backup of the whole house, open or closed (-- --help)
  npm run restore             把备份放回来 puts a backup back (-- FILE)
  npm run doctor              体检：这台电脑和门店行不行 is this machine, and this house, fit
  npm run reader              读卡器 card and code readers of another machine (-- --help)
  npm run player              播放机：用 mpv 放包厢的歌 plays a room's songs by mpv (-- --help)
  npm run printer             没有打印机时顶替一台 stands in for a ticket printer (-- --help)
  npm run reader:vm           虚拟机里的读卡器 readers in a virtual machine (needs QEMU)
  npm run insight             老样子和备歌准不准 how well the usual and the songs do on your log (-- --help)
  npm run bench               性能 measurements
  npm run torn                流水最后三条，逐字节弄坏 the journal's last three records, spoilt byte by byte
  npm run crash               满场点单时一次次强杀中枢 the hub killed again and again under taps (-- --kills 200)
  npm run powercut            满场点单时一次次断磁盘的电 the disk's power cut under taps (Linux, root; -- --cuts 100)
  npm run soak                十个周六一起来，内存和句柄涨不涨 ten Saturdays at once: do memory and handles rise (-- --minutes 30)
  npm run loss                网络丢三成的包、说断就断 a link that loses 30 % and goes down (Linux, root; -- --taps 10000)
  npm run shots               说明里的图 the pictures of the README (-- --all DIR: 每一屏 every screen)
`
