/** `--all DIR`: every stage in every language into one page to leaf through, with what can be told without eyes. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { createServer } from 'vite'
import { shoot } from './camera.ts'
import { findFaults } from './faults.ts'
import { type Stage, stageLocales, stages } from './stages.ts'

interface Shot {
  readonly surface: string
  readonly scene: string
  readonly locale: string
  /** From the album's folder. */
  readonly file: string
  readonly width: number
  readonly faults: readonly string[]
}

/** `only`: surfaces to take; all when empty. Answers how many pictures there are, and how many faults were found. */
export async function makeAlbum(deps: {
  root: string
  folder: string
  browser: Browser
  only: readonly string[]
}): Promise<{ pictures: number; faults: number }> {
  const { root, folder, browser, only } = deps
  await mkdir(folder, { recursive: true })
  const server = await createServer({
    root,
    configFile: join(root, 'vite.config.ts'),
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
    logLevel: 'error',
  })
  await server.listen()
  const [origin = ''] = server.resolvedUrls?.local ?? []
  const shots: Shot[] = []
  try {
    for (const stage of stages) {
      if (only.length > 0 && !only.includes(stage.surface)) continue
      console.log(`  ${stage.surface}`)
      shots.push(...(await takeStage(stage, { origin, folder, browser })))
    }
  } finally {
    await server.close()
  }
  await writeFile(join(folder, 'index.html'), pageOf(shots))
  return { pictures: shots.length, faults: shots.reduce((sum, { faults }) => sum + faults.length, 0) }
}

async function takeStage(
  { surface, page: path, size, scenes }: Stage,
  { origin, folder, browser }: { origin: string; folder: string; browser: Browser },
): Promise<Shot[]> {
  const { width, height, scale = 1 } = size
  const window = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    // What moves stands at its end: pictures of the same screen are the same.
    reducedMotion: 'reduce',
  })
  const page = await window.newPage()
  const errors: string[] = []
  page.on('pageerror', error => errors.push(`error: ${error.message}`))
  const shots: Shot[] = []
  for (const scene of scenes) {
    for (const locale of stageLocales) {
      errors.length = 0
      await page.goto(`${origin}${path}/?${scene}&lang=${locale}`)
      await page
        .locator('body > *')
        .first()
        .waitFor()
        .catch(() => errors.push('nothing to see'))
      const file = `${surface}/${scene.replaceAll(/\W+/g, '-')}-${locale}.png`
      await shoot(page, join(folder, file))
      const faults = [...errors, ...(await findFaults(page, locale))]
      shots.push({ surface, scene, locale, file, width: width * scale, faults })
    }
  }
  await window.close()
  return shots
}

function pageOf(shots: readonly Shot[]): string {
  const surfaces = [...new Set(shots.map(({ surface }) => surface))]
  const rows = surfaces.map(surface => {
    const own = shots.filter(shot => shot.surface === surface)
    const scenes = [...new Set(own.map(({ scene }) => scene))]
    return `<h2 id="${surface}">${surface}</h2>${scenes
      .map(
        scene =>
          `<h3>${plain(scene)}</h3><div>${own
            .filter(shot => shot.scene === scene)
            .map(figure)
            .join('')}</div>`,
      )
      .join('')}`
  })
  return `<!doctype html><meta charset="utf-8"><title>唱名 Changming</title><style>${style}</style>
<nav>${surfaces.map(surface => `<a href="#${surface}">${surface}</a>`).join(' ')}</nav>${rows.join('\n')}`
}

function figure({ file, locale, width, faults }: Shot): string {
  const said = faults.map(fault => `<li>${plain(fault)}</li>`).join('')
  return `<figure style="width:${Math.min(width, 360)}px"><a href="${file}"><img src="${file}" loading="lazy" alt=""></a>
<figcaption>${locale}${said && `<ul>${said}</ul>`}</figcaption></figure>`
}

const plain = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const style = `body{margin:16px;background:#111;color:#ddd;font:14px system-ui}div{display:flex;flex-wrap:wrap;gap:12px}
nav{position:sticky;top:0;padding:8px 0;background:#111}a{color:#9cf}figure{margin:0}img{width:100%}ul{margin:0;color:#f88}`
