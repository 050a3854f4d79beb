/** 吧台: tickets in four columns, oldest first; what can be made together; what is sold out. On a phone one column at a time. */
import { useState } from 'preact/hooks'
import { Button } from '../../../shared/ui/button.tsx'
import { Tabs, tabPanelId } from '../../../shared/ui/tabs.tsx'
import { itemName, roomName } from '../parts/names.ts'
import { barBoard, batches, type Column, columns } from '../state/bar-board.ts'
import { may, useSpeech } from '../state/house.ts'
import { items, orders } from '../state/shown.ts'
import './bar.css'
import { SoldOut } from './sold-out.tsx'
import { Ticket } from './ticket.tsx'

export function Bar() {
  const { t, house } = useSpeech()
  const [tab, setTab] = useState<Column>('placed')
  const [soldOut, setSoldOut] = useState(false)
  const all = orders(house)
  const board = barBoard(all)
  const together = batches(all).slice(0, 6)
  const gone = items(house).filter(item => item.soldOut).length
  return (
    <section class="bar" aria-label={t('bar')}>
      <div class="screen-head bar-head">
        {together.length > 0 && (
          <p class="bar-together">
            <span class="label">{t('batchHint')}</span>
            {together.map(({ item, qty, rooms }) => (
              <span class="bar-batch" key={item}>
                <strong>
                  {itemName(house, item)} ×{qty}
                </strong>{' '}
                <span class="quiet">{rooms.map(room => roomName(house, room)).join(' ')}</span>
              </span>
            ))}
          </p>
        )}
        {may(house, 'SetSoldOut') && (
          <span class="spread">
            <Button
              size="min"
              word={gone > 0 ? t('soldOutCount', { count: gone }) : t('soldOutList')}
              onPress={() => setSoldOut(true)}
            />
          </span>
        )}
      </div>
      <div class="bar-tabs">
        <Tabs
          label={t('bar')}
          current={tab}
          onChoose={setTab}
          tabs={columns.map(id => ({ id, word: t(`column.${id}`), count: board[id].length }))}
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
              {t(`column.${column}`)} <span class="quiet">{board[column].length}</span>
            </h2>
            {board[column].length === 0 ? (
              <p class="quiet bar-empty">{t(`columnEmpty.${column}`)}</p>
            ) : (
              <ul class="bar-tickets" data-list="">
                {board[column].map(order => (
                  <li key={order.id}>
                    <Ticket order={order} column={column} />
                  </li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
      {soldOut && <SoldOut onClose={() => setSoldOut(false)} />}
    </section>
  )
}
