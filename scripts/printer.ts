/** `npm run printer -- --listen`: stands in for a ticket printer, and shows in the terminal what would be on the paper. */
import { startFakePrinter } from '../hub/printer/fake-printer.ts'

const help = `
  npm run printer -- --listen [PORT]   没有打印机时，在这台机器上顶替一台：出什么单，终端里看得见
                                       stands in for a ticket printer on this machine, and shows what would be printed
                                       9100 若不写 unless another is given

  按键 keys: p 没纸 out of paper · c 开盖 cover open · w 正常 well   (Enter)
`

const [flag, given = '9100'] = process.argv.slice(2)
const port = Number(given)

if (flag !== '--listen' || !Number.isInteger(port) || port < 1 || port > 65_535) {
  console.log(help)
  process.exitCode = flag === undefined || flag === '--help' ? 0 : 2
} else await listen()

async function listen(): Promise<void> {
  const printer = await startFakePrinter({ port, printed: ticket => console.log(`\n${ticket}- - - - ✂`) })
  console.log(`127.0.0.1:${printer.port}  p 没纸 out of paper · c 开盖 cover open · w 正常 well`)
  process.stdin.setEncoding('utf8').on('data', (typed: string) => {
    if (typed.startsWith('p')) printer.is('no-paper')
    if (typed.startsWith('c')) printer.is('cover-open')
    if (typed.startsWith('w')) printer.is('well')
  })
}
