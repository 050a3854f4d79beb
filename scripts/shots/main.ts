/** `npm run shots`: the pictures of README.md and README.zh-CN.md, taken of a real evening. `--all DIR [panel 大字 1280 …]`: every screen there is, or those that have all these words. */
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { makeAlbum } from './album.ts'
import { launchChromium } from './camera.ts'
import { playEvening } from './evening.ts'
import { openHouse } from './house.ts'
import { takePictures } from './pictures.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { values, positionals } = parseArgs({
  options: { out: { type: 'string' }, all: { type: 'string' } },
  allowPositionals: true,
})

const browser = await launchChromium({ loud: values.all !== undefined })
try {
  if (values.all === undefined) await takeReadmePictures()
  else {
    const made = await makeAlbum({ root, folder: resolve(values.all), browser, only: positionals })
    console.log(`  ${made.pictures} pictures, ${made.faults} faults: ${join(values.all, 'index.html')}`)
    if (made.faults > 0) process.exitCode = 1
  }
} finally {
  await browser.close()
}

async function takeReadmePictures(): Promise<void> {
  const folder = resolve(values.out ?? join(root, 'scripts/readme/pictures'))
  await mkdir(folder, { recursive: true })
  const house = await openHouse()
  try {
    const evening = await playEvening(house)
    const failures = await takePictures({
      house,
      browser,
      evening,
      file(name) {
        console.log(`  ${name}`)
        return join(folder, name)
      },
    })
    if (failures > 0) process.exitCode = 1
    evening.close()
  } finally {
    await house.close()
  }
}
