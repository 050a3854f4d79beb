import { expect, test } from 'vitest'
import { compileIcon } from './icons.ts'

test('draws elements, hands props on, and is decoration by default', () => {
  const source = compileIcon(
    '<svg viewBox="0 0 24 24"><g stroke-width="2"><path d="M1 2"/><circle r="3"></circle></g></svg>',
  )
  expect(source).toContain(`import { jsx } from 'preact/jsx-runtime'`)
  expect(source).toContain('"aria-hidden":"true"')
  expect(source).toContain(
    `jsx('g', { ...{"stroke-width":"2"}, children: [jsx('path', {"d":"M1 2"}), jsx('circle', {"r":"3"})] })`,
  )
  expect(source).toContain('...props')
})

test.each(['<p>no</p>', '<svg><g></svg>', ''])('refuses %s', markup => {
  expect(() => compileIcon(markup)).toThrow('not an icon')
})
