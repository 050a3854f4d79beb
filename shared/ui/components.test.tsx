/** The shared components render, say what they are, and keep their promises in time. */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import IconBell from '~icons/lucide/bell'
import { Button } from './button.tsx'
import { ConnectionBadge } from './connection-badge.tsx'
import { Dialog } from './dialog.tsx'
import { EmptyState } from './empty-state.tsx'
import { LanguagePicker } from './language-picker.tsx'
import { NumberPad } from './number-pad.tsx'
import { Qr } from './qr.tsx'
import { Severity } from './severity.tsx'
import { Stepper } from './stepper.tsx'
import { Tabs } from './tabs.tsx'
import { Toast } from './toast.tsx'
import { nameLines, splitCharacters, WelcomeName } from './welcome-name.tsx'
import { Wipe } from './wipe.tsx'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('a button', () => {
  test('has its word beside the icon and reports a press', () => {
    const onPress = vi.fn()
    render(<Button word="叫人帮忙" icon={IconBell} onPress={onPress} />)
    fireEvent.click(screen.getByRole('button', { name: '叫人帮忙' }))
    expect(onPress).toHaveBeenCalledOnce()
  })

  test('ignores ten mashes while busy', () => {
    const onPress = vi.fn()
    render(<Button word="再来一轮" busy onPress={onPress} />)
    for (let mash = 0; mash < 10; mash++) fireEvent.click(screen.getByRole('button'))
    expect(onPress).not.toHaveBeenCalled()
  })
})

describe('a wipe', () => {
  test('ends once, on time, and counts what was gone before', () => {
    const onDone = vi.fn()
    render(<Wipe kind="bar" durationMs={8000} from={0.5} onDone={onDone} />)
    pass(3999)
    expect(onDone).not.toHaveBeenCalled()
    pass(1)
    pass(60_000)
    expect(onDone).toHaveBeenCalledOnce()
  })

  test('held, it waits; let go, it finishes the rest', () => {
    const onDone = vi.fn()
    const { rerender } = render(<Wipe kind="ring" durationMs={3000} onDone={onDone} />)
    pass(2000)
    rerender(<Wipe kind="ring" durationMs={3000} running={false} onDone={onDone} />)
    pass(60_000)
    expect(onDone).not.toHaveBeenCalled()
    rerender(<Wipe kind="ring" durationMs={3000} running onDone={onDone} />)
    pass(999)
    expect(onDone).not.toHaveBeenCalled()
    pass(1)
    expect(onDone).toHaveBeenCalledOnce()
  })

  test('taken off the screen, it says nothing', () => {
    const onDone = vi.fn()
    render(<Wipe kind="fill" durationMs={3000} onDone={onDone} />).unmount()
    pass(5000)
    expect(onDone).not.toHaveBeenCalled()
  })

  test.each([
    ['runs', <Wipe kind="bar" durationMs={240_000} />],
    ['was held', <Wipe kind="bar" durationMs={240_000} running={false} />],
    ['stands still', <Wipe kind="bar" progress={0.4} />],
  ])('that %s keeps nothing of the screen that it was on', (_how, wipe) => {
    const going = new Set<object>()
    // The test's DOM has no animations; a browser holds one that can still go on, and by it all that was around.
    Element.prototype.animate = () => {
      const animation = {
        finished: Promise.resolve(),
        pause: () => undefined,
        cancel: () => void going.delete(animation),
      }
      going.add(animation)
      return animation as unknown as Animation
    }
    Element.prototype.getAnimations = () => []
    try {
      const { unmount } = render(wipe)
      expect(going.size).toBe(1)
      unmount()
      expect(going.size).toBe(0)
    } finally {
      Reflect.deleteProperty(Element.prototype, 'animate')
      Reflect.deleteProperty(Element.prototype, 'getAnimations')
    }
  })
})

describe('a welcome', () => {
  test('sings each character, then seals', () => {
    const sung: number[] = []
    const onDone = vi.fn()
    render(<WelcomeName name="王𬱖" seal="贵宾" onCharacter={index => sung.push(index)} onDone={onDone} />)
    pass(499)
    expect(sung).toEqual([])
    pass(1)
    expect(sung).toEqual([0])
    pass(1250)
    expect(sung).toEqual([0, 1])
    pass(1449)
    expect(onDone).not.toHaveBeenCalled()
    pass(1)
    expect(onDone).toHaveBeenCalledOnce()
    expect(screen.getByText('王𬱖')).toBeTruthy()
  })

  test('breaks a long name between its words, so that the longer half is as short as it can be', () => {
    const lines = (name: string) => nameLines(name).map(line => line.join(''))
    expect(lines('Ms Baker')).toEqual(['Ms Baker'])
    expect(lines('Mr Alexander Richards')).toEqual(['Mr Alexander', 'Richards'])
    expect(lines('欧阳娜娜的好朋友们啊')).toEqual(['欧阳娜娜的好朋友们啊'])
    expect(lines('Bartholomew-Smith')).toEqual(['Bartholomew-Smith'])
  })

  test('splits a name as a reader does', () => {
    expect(splitCharacters('𬱖Zoë')).toEqual(['𬱖', 'Z', 'o', 'ë'])
  })
})

test('a toast can be undone, and leaves when its time is over', () => {
  const onUndo = vi.fn()
  const onDone = vi.fn()
  render(<Toast text="已下单" lastsMs={8000} undo={{ word: '撤销', onUndo }} onDone={onDone} />)
  fireEvent.click(screen.getByRole('button', { name: '撤销' }))
  expect(onUndo).toHaveBeenCalledOnce()
  pass(8000)
  expect(onDone).toHaveBeenCalledOnce()
})

test('severity differs by shape and word, not by colour alone', () => {
  const { container } = render(
    <>
      <Severity level="critical" word="紧急" />
      <Severity level="warning" word="注意" />
      <Severity level="info" word="提示" />
      <Severity level="ok" word="正常" />
    </>,
  )
  const shapes = Array.from(container.querySelectorAll('svg'), svg => svg.innerHTML)
  expect(new Set(shapes).size).toBe(4)
  expect(container.textContent).toBe('紧急注意提示正常')
})

test('keys report what they are', () => {
  const typed: string[] = []
  const onEnter = vi.fn()
  render(
    <NumberPad
      words={{ backspace: '退格', enter: '确定' }}
      onDigit={digit => typed.push(digit)}
      onBackspace={() => typed.push('<')}
      onEnter={onEnter}
    />,
  )
  for (const name of ['7', '退格']) fireEvent.click(screen.getByRole('button', { name }))
  expect(typed).toEqual(['7', '<'])
  fireEvent.click(screen.getByRole('button', { name: '确定' }))
  expect(onEnter).toHaveBeenCalledOnce()
})

test('languages stand under their own names, in their own language', () => {
  const onChoose = vi.fn()
  render(<LanguagePicker label="语言" current="zh-Hans" onChoose={onChoose} />)
  expect(screen.getByRole('button', { name: '繁體中文' }).lang).toBe('zh-Hant')
  expect(screen.getByRole('button', { pressed: true }).textContent).toBe('简体中文')
  fireEvent.click(screen.getByRole('button', { name: 'English' }))
  expect(onChoose).toHaveBeenCalledWith('en')
})

test('tabs move by arrow keys', () => {
  const onChoose = vi.fn()
  const tabs = [
    { id: 'queued', word: '已点', count: 2 },
    { id: 'sung', word: '已唱' },
  ] as const
  render(<Tabs label="歌单" tabs={tabs} current="queued" onChoose={onChoose} />)
  fireEvent.keyDown(screen.getByRole('tab', { selected: true }), { key: 'ArrowRight' })
  expect(onChoose).toHaveBeenCalledWith('sung')
})

test('a stepper stays inside its bounds', () => {
  const onChange = vi.fn()
  render(<Stepper label="青岛" value={0} max={1} onChange={onChange} words={{ less: '减', more: '加' }} />)
  fireEvent.click(screen.getByRole('button', { name: '减 青岛' }))
  expect(onChange).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('button', { name: '加 青岛' }))
  expect(onChange).toHaveBeenCalledWith(1)
})

test('a QR code is drawn with its quiet zone', () => {
  render(<Qr text="HTTP://10.0.0.2:8080/P/7K2M" label="签到" />)
  const code = screen.getByRole('img', { name: '签到' })
  // Version 2 is 25 squares wide; 4 more on each side.
  expect(code.getAttribute('viewBox')).toBe('0 0 33 33')
  expect(code.querySelector('path')?.getAttribute('d')).toMatch(/^M4 4h7v1h-7z/)
})

test('a dialog, a connection and an empty place have names', () => {
  render(
    <>
      <Dialog title="您还在吗？" onClose={vi.fn()} />
      <ConnectionBadge state="offline" word="暂时离线" />
      <EmptyState title="这里还空着" icon={IconBell} />
    </>,
  )
  expect(screen.getByRole('dialog', { name: '您还在吗？' })).toBeTruthy()
  expect(screen.getByRole('status').textContent).toBe('暂时离线')
  expect(screen.getByText('这里还空着')).toBeTruthy()
})

function pass(ms: number): void {
  void act(() => {
    vi.advanceTimersByTime(ms)
  })
}
