import { expect, it } from 'vitest'
import { modelOf, models, udevRules } from './models.ts'

const keyboard = { usagePage: 0x01, usage: 0x06 }

it.each([
  ['a POS scanner of any maker', { vendorId: 0x1234, productId: 1, usagePage: 0x8c, usage: 2 }, 'pos-scanner'],
  ['MagTek', { vendorId: 0x0801, productId: 2, usagePage: 0xff00, usage: 1 }, 'mag-stripe'],
  ['a reader that looks like a keyboard', { vendorId: 0x08ff, productId: 9, ...keyboard }, 'keyboard-wedge'],
  ['somebody’s keyboard', { vendorId: 0x046d, productId: 0xc31c, ...keyboard }, undefined],
  ['another maker’s own page', { vendorId: 0x046d, productId: 2, usagePage: 0xff00, usage: 1 }, undefined],
  ['a wedge reader’s other usage', { vendorId: 0x08ff, productId: 9, usagePage: 0x01, usage: 0x80 }, undefined],
])('%s', (_what, device, name) => {
  expect(modelOf(device)?.name).toBe(name)
})

it('takes a keyboard that the venue says is its reader', () => {
  const device = { vendorId: 0x1a86, productId: 0xdd01, ...keyboard }
  expect(modelOf(device, [{ vendorId: 0x1a86, productId: 0xdd01 }])?.name).toBe('keyboard-wedge')
  expect(modelOf(device, [{ vendorId: 0x1a86, productId: 0xdd02 }])).toBeUndefined()
})

it('writes one udev rule for every known reader, and for the venue’s own', () => {
  const rules = udevRules([{ vendorId: 0x1a86, productId: 0xdd01 }])
    .trim()
    .split('\n')
    .slice(1)
  expect(rules).toHaveLength(models.flatMap(({ known }) => known).length + 1)
  expect(rules).toContain(
    'KERNEL=="hidraw*", SUBSYSTEM=="hidraw", KERNELS=="*:05E0:1300.*", MODE="0660", GROUP="plugdev"',
  )
  expect(rules).toContain('KERNEL=="hidraw*", SUBSYSTEM=="hidraw", KERNELS=="*:0801:*.*", MODE="0660", GROUP="plugdev"')
  expect(rules.at(-1)).toContain('KERNELS=="*:1A86:DD01.*"')
})
