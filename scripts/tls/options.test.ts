import { expect, it } from 'vitest'
import { beHere } from './options.ts'

it('finds a mistyped address out before another authority is made for it', async () => {
  await expect(beHere('203.0.113.9')).rejects.toThrow('203.0.113.9')
  for (const host of ['0.0.0.0', 'localhost', '192.168.250.250']) await expect(beHere(host)).resolves.toBeUndefined()
})
