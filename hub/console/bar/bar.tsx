/** 吧台: tickets in four columns, oldest first; what can be made together; what is sold out. On a phone one column at a time. */
import { useEffect, useState } from 'preact/hooks'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Tabs, tabPanelId } from '../../../shared/ui/tabs.tsx'
import { itemToPour, optionNames, roomName } from '../parts/names.ts'
import { useStandStill } from '../shell/use-stand-still.ts'
import { barBoard, batches, type Column, columns, isKeyedInVain, isUnticked, keepCalls } from '../state/bar-board.ts'
import { may, useSpeech } from '../state/house.ts'
import { items, orders, requests } from '../state/shown.ts'
import './bar.css'
import { KeepCall } from './keeps/keep-call.tsx'
import { Keeps, type KeepsOf } from './keeps/keeps.tsx'
import { markedSoldOut, SoldOut } from './sold-out.tsx'
import { Ticket } from './ticket.tsx'

export function Bar() {
  const { t, house } = useSpeech()
  const [tab, setTab] = useState<Column>('placed')
  const [soldOut, setSoldOut] = useState(false)
  const [keeps, setKeeps] = useState<KeepsOf>()
  const all = orders(house)
  const { board, bottles, together } = useStandStill({
    board: barBoard(all),
    bottles: keepCalls(requests(house)),
    together: batches(all).slice(0, 6),
  })
  const countOf = (column: Column) => board[column].length + bottles[column].length
  const gone = markedSoldOut(items(house)).length
  const sought = firstToKeyIn(board, house.keyingIn.value)
  useEffect(() => {
    if (sought) setTab(sought.column)
  }, [sought?.column])
  // Whoever comes again by another way seeks nothing.
  useEffect(
    () => () => {
      house.keyingIn.value = undefined
    },
    [],
  )
  return (
    <section class="bar" aria-label={t('bar')}>
      <div class="screen-head bar-head">
        {together.length > 0 && (
          <p class="bar-together">
            <span class="label">{t('batchHint')}</span>
            {together.map(({ item, options, qty, rooms }) => (
              <span class="bar-batch" key={[item, ...options].join(' ')}>
                <strong>
                  {itemToPour(house, item)} ×{qty}
                </strong>{' '}
                {options.length > 0 && <span class="ticket-options">{optionNames(house, item, options)} </span>}
                <span class="quiet">{rooms.map(room => roomName(house, room)).join(' ')}</span>
              </span>
            ))}
          </p>
        )}
        <span class="spread bar-lists">
          {may(house, 'Keeps') && <Button size="min" word={t('keeps')} onPress={() => setKeeps({})} />}
          {may(house, 'SetSoldOut') && (
            <Button
              size="min"
              word={gone > 0 ? t('soldOutCount', { count: gone }) : t('soldOutList')}
              onPress={() => setSoldOut(true)}
            />
          )}
        </span>
      </div>
      <div class="bar-tabs">
        <Tabs
          label={t('bar')}
          current={tab}
          onChoose={setTab}
          tabs={columns.map(id => ({ id, word: t(`column.${id}`), count: countOf(id) }))}
        />
      </div>
      <div class="bar-columns">
        {columns.map(column => (
          <section
            key={column}
            class="bar-column"
            id={tabPanelId(column)}
            aria-label={t(`column.${column}`)}
            data-current={column === tab ? '' : undefined}
          >
            <h2 class="bar-title">
              {t(`column.${column}`)} <span class="quiet">{countOf(column)}</span>
            </h2>
            {countOf(column) === 0 ? (
              <p class="quiet bar-empty">{t(`columnEmpty.${column}`)}</p>
            ) : (
              <ul class="bar-tickets" data-list="">
                {bottles[column].map(call => (
                  <li key={call.id}>
                    <KeepCall
                      call={call}
                      onDraw={() =>
                        setKeeps({ request: call.id, ...(call.visit !== undefined && { visit: call.visit }) })
                      }
                    />
                  </li>
                ))}
                {board[column].map(order => (
                  <li key={order.id}>
                    <Ticket order={order} column={column} sought={order.id === sought?.order} />
                  </li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
      {keeps && <Keeps of={keeps} onClose={() => setKeeps(undefined)} />}
      {soldOut && <SoldOut onClose={() => setSoldOut(false)} />}
    </section>
  )
}

/** What that party has on no bill of the cashier's, or still has there after it was refused: one after the other. */
function firstToKeyIn(board: ReturnType<typeof barBoard>, visit: Id | undefined) {
  for (const column of columns) {
    const found = board[column].find(one => one.visit === visit && (isUnticked(one) || isKeyedInVain(one)))
    if (found) return { column, order: found.id }
  }
  return undefined
}
