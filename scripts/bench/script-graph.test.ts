import { expect, it } from 'vitest'
import { scriptsOf } from './script-graph.ts'

const files: Record<string, string> = {
  'assets/panel.js': `import{a}from"./link.js";import"./base.js";export{b}from"./more.js";const c=()=>import("./settings.js")`,
  'assets/link.js': `import{base}from"./base.js";import("./link-later.js");export const a=base`,
  'assets/base.js': `export const base=1`,
  'assets/more.js': `export const b=2`,
}
const html = `<script type="module" crossorigin src="/assets/panel.js"></script>
  <link rel="modulepreload" crossorigin href="/assets/base.js">
  <link rel="stylesheet" href="/assets/panel.css"><meta charset="utf-8">`

it('finds what is imported at once, over any number of steps, each once', () => {
  const { atOnce, later } = scriptsOf(html, path => files[path] ?? '')
  expect([...atOnce].sort()).toEqual(['assets/base.js', 'assets/link.js', 'assets/more.js', 'assets/panel.js'])
  expect([...later].sort()).toEqual(['assets/link-later.js', 'assets/settings.js'])
})
