import { describe, expect, it } from 'vitest'
import { inWeb, serve } from './door.testing.ts'

describe('the console as an app', () => {
  it('opens the page of the device that installed it, and has an icon of every size that it names', async () => {
    for (const size of [192, 512]) inWeb(`console-icon-${size}.png`, `${size}`)
    const { get } = await serve()
    const manifest = await get('/console/d1-desk/app.webmanifest')
    expect(manifest).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } })
    expect(manifest.headers['content-type']).toMatch(/^application\/manifest\+json/)
    const told = JSON.parse(manifest.text)
    expect(told).toMatchObject({ start_url: '/console/d1-desk', scope: '/console', display: 'standalone' })
    expect(told.icons.map(({ sizes }: { sizes: string }) => sizes)).toEqual(['192x192', '512x512'])
    for (const { src, type, sizes } of told.icons) {
      const icon = await get(src)
      expect(icon).toMatchObject({ status: 200, headers: { 'content-type': type } })
      expect(sizes.startsWith(icon.text)).toBe(true)
    }
    expect((await get('/console/%20/app.webmanifest')).status).toBe(404)
  })
})
