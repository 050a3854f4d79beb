/** Turns an SVG icon into a preact component: real elements, because trusted types forbid markup in strings. */

interface Shape {
  tag: string
  attributes: Record<string, string>
  children: Shape[]
}

/** The source of a module whose default export draws `svg` and passes its props on to the svg element. */
export function compileIcon(svg: string): string {
  const { attributes, children } = parse(svg)
  return [
    `import { jsx } from 'preact/jsx-runtime'`,
    // Decoration unless the caller says otherwise: the words stand beside the icon.
    `const attributes = ${JSON.stringify({ 'aria-hidden': 'true', focusable: 'false', ...attributes })}`,
    `export default props => jsx('svg', { ...attributes, ...props, children: [${children.map(element).join(', ')}] })`,
  ].join('\n')
}

function element({ tag, attributes, children }: Shape): string {
  const props = JSON.stringify(attributes)
  return children.length === 0
    ? `jsx('${tag}', ${props})`
    : `jsx('${tag}', { ...${props}, children: [${children.map(element).join(', ')}] })`
}

/** Reads the small XML of an icon set: elements and double-quoted attributes, no text. */
function parse(svg: string): Shape {
  const top: Shape = { tag: '', attributes: {}, children: [] }
  const open = [top]
  for (const [, slash, tag = '', attributes = '', selfClosing] of svg.matchAll(/<(\/?)([a-z]+)([^>]*?)(\/?)>/gi)) {
    if (slash) {
      open.pop()
      continue
    }
    const shape: Shape = { tag, attributes: readAttributes(attributes), children: [] }
    open.at(-1)?.children.push(shape)
    if (!selfClosing) open.push(shape)
  }
  const root = top.children[0]
  if (root?.tag !== 'svg' || open.length !== 1) throw new Error(`not an icon: ${svg.slice(0, 80)}`)
  return root
}

function readAttributes(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value] as const)
  return Object.fromEntries(pairs)
}
