/** Reads what the seed left for whoever plays guests and staff in the demo venue. */
import { join } from 'node:path'
import * as v from 'valibot'
import type { Files } from '../../hub/ports.ts'

const DemoKeys = v.object({
  pins: v.array(v.object({ staff: v.string(), name: v.string(), role: v.string(), pin: v.string() })),
  tokens: v.record(v.string(), v.string()),
  card: v.string(),
  code: v.string(),
})
export type DemoKeys = v.InferOutput<typeof DemoKeys>

/** Undefined for a venue of one's own. */
export async function loadDemoKeys(files: Files, folder: string): Promise<DemoKeys | undefined> {
  const content = await files.read(join(folder, 'secrets', 'demo.json'))
  return content && v.parse(v.pipe(v.string(), v.parseJson(), DemoKeys), content.toString('utf8'))
}
