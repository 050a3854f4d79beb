/** The stages of all surfaces, built once and served without a hub: a page opens in a blink, which one in pieces does not. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, preview } from 'vite'

export interface Stages {
  readonly origin: string
  close(): Promise<void>
}

const folders = ['kiosk/screen', 'kiosk/phone', 'room-panel', 'hub/console'] as const

export async function serveStages(root: string): Promise<Stages> {
  const outDir = await mkdtemp(join(tmpdir(), 'changming-stages-'))
  const shared = { root, configFile: join(root, 'vite.config.ts'), logLevel: 'error' } as const
  await build({
    ...shared,
    build: {
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(folders.map(folder => [folder, join(root, folder, 'stage/index.html')])),
      },
    },
  })
  const server = await preview({ ...shared, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } })
  const [origin = ''] = server.resolvedUrls?.local ?? []
  return {
    origin,
    async close() {
      await server.close()
      await rm(outDir, { recursive: true, force: true })
    },
  }
}
