/** Given an order, when its ticket is made, then what to bring is told apart from everything else that is called so. */
import { expect, it } from 'vitest'
import { loadCatalogue } from '../../shared/i18n/catalogue.ts'
import { createTranslator } from '../../shared/i18n/translator.ts'
import { venue } from '../domain/fixture.testing.ts'
import { emptyState, type Order } from '../domain/state.ts'
import type { ViewContext } from '../views/context.ts'
import { ticketPaper } from './ticket-paper.ts'

it('says a dozen where there is a half dozen of the same', async () => {
  const sold = (id: string, unit: string) => ({ id, name: { zhHans: '青岛纯生' }, unit: { zhHans: unit }, options: [] })
  const items = [sold('twelve', '打'), sold('six', '半打')]
  const item = (id: string) => items.find(one => one.id === id)
  const line = { line: 'l1', item: 'six', qty: 2, options: [], components: [] }
  const t = createTranslator<'paper'>('zh-Hans', await loadCatalogue('paper', 'zh-Hans'))
  const context = { state: emptyState(), venue, item, menu: { items, tags: [] }, staff: () => undefined }
  const order = { id: 'o1', visit: 'v1', source: 'menu', placedAt: 0, lines: [line] }
  const { lines } = ticketPaper(context as unknown as ViewContext, t, order as unknown as Order, undefined)
  expect(lines).toContainEqual({ kind: 'pair', left: '青岛纯生 · 半打', right: '×2', big: true })
})
