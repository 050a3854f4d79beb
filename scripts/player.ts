/** `npm run player`: a room's songs out of the venue's own folder, by mpv or as lists for another player. */
import { keepPaired } from '../kiosk/reader/keep-paired.ts'
import { createSay } from '../kiosk/reader/say.ts'
import { help, type Options, readOptions } from './player/options.ts'
import { run } from './player/run.ts'

/** As the hub's: a person has to do something first. */
const cannotStart = 2

const say = await createSay()
const options = readOptions(process.argv.slice(2))

if ('bad' in options) {
  const { bad } = options
  say(t => t('reader.badOption', { option: bad }))
  console.log(help)
  process.exitCode = cannotStart
} else if (options.do === 'help') console.log(help)
else await start(options)

async function start(asked: Extract<Options, { do: 'play' }>): Promise<void> {
  const became = await keepPaired({
    ...asked,
    say,
    showCode: (code, known) => say(t => t(known ? 'reader.pairKnown' : 'player.pairCode', { code })),
    run: pairing => run({ ...pairing, options: asked, say }),
  })
  if (became === 'nowhere') console.log(help)
  if (became !== 'running') process.exitCode = cannotStart
}
