/** What a slow tablet has to fetch before it hears a tap: counted on the pages as they are built. */
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { verdictOf } from '../bench/figure.ts'
import { measureSizes } from '../bench/measure-sizes.ts'

const web = join(import.meta.dirname, '../../dist/web')

test('panel, kiosk and phone need no more script before the first tap than they may', () => {
  const limited = measureSizes(web).filter(({ atMost }) => atMost !== undefined)
  expect(limited.map(({ name }) => name)).toEqual(['panel', 'kiosk', 'phone'])
  for (const figure of limited) expect(verdictOf(figure), `${figure.name}: ${figure.value.toFixed(1)} KB`).toBe('pass')
})
