/**
 * Writes the font style sheets sc.css, tc.css and kr.css (woff2 slices of @fontsource, only the weights in use; of the
 * Korean ones only the Hangul: song titles, and a Korean guest's name) and
 * builds the rare-character fallback in shared/ui/fonts: the Han characters (URO, Ext A to G, compatibility) that the
 * @fontsource slices of Noto SC and TC do not carry, cut into woff2 slices so that a page loads only what a name needs.
 * Sources are the full OFL fonts in @expo-google-fonts (SC first, HK for what SC lacks), fetched once by npm into a
 * temp folder. Run `node scripts/fonts/build-rare.mjs` from the repository root; the result is committed.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const OUT = 'shared/ui/fonts'
const SLICE = 480
const PACKAGES = {
  'subset-font': '2.9.0',
  fontkit: '2.0.4',
  '@expo-google-fonts/noto-sans-sc': '0.4.3',
  '@expo-google-fonts/noto-serif-sc': '0.4.3',
  '@expo-google-fonts/noto-sans-hk': '0.4.3',
  '@expo-google-fonts/noto-serif-hk': '0.4.3',
}
/**
 * Fontsource gives them to the latin slice, where nothing says how they sit on a letter: with them a browser would rather put
 * ō together from two of its glyphs, beside each other, than take the whole letter from the next slice.
 */
const MARKS_WITHOUT_ANCHOR = /,U\+0(304|308|329)(?=,|$)/g
const HAN = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfad9],
  [0x20000, 0x323af],
]
const HANGUL = [
  [0x1100, 0x11ff],
  [0x3130, 0x318f],
  [0xa960, 0xa97f],
  [0xac00, 0xd7ff],
]
const FAMILIES = [
  {
    family: 'Noto Sans Rare',
    file: 'sans',
    weight: 400,
    sources: ['noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf', 'noto-sans-hk/400Regular/NotoSansHK_400Regular.ttf'],
    slices: ['noto-sans-sc', 'noto-sans-tc'],
  },
  {
    family: 'Noto Serif Rare',
    file: 'serif',
    weight: 600,
    sources: [
      'noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf',
      'noto-serif-hk/600SemiBold/NotoSerifHK_600SemiBold.ttf',
    ],
    slices: ['noto-serif-sc', 'noto-serif-tc'],
  },
]

const temp = process.env.RARE_FONTS_TEMP ?? mkdtempSync(join(tmpdir(), 'rare-fonts-'))
writeFileSync(join(temp, 'package.json'), '{"private":true}')
const specs = Object.entries(PACKAGES).map(([name, version]) => `${name}@${version}`)
execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...specs], {
  cwd: temp,
  stdio: 'inherit',
})
const requireTemp = createRequire(join(temp, 'package.json'))
const subsetFont = requireTemp('subset-font')
const fontkit = requireTemp('fontkit')

mkdirSync(join(OUT, 'rare'), { recursive: true })
for (const old of readdirSync(join(OUT, 'rare'))) rmSync(join(OUT, 'rare', old))

const css = [
  '/* Made by scripts/fonts/build-rare.mjs: do not edit. Noto Sans and Noto Serif CJK, SIL OFL 1.1 (OFL.txt). */',
]
const tables = []
const hangul = drawnHangul()
for (const { family, file, weight, sources, slices } of FAMILIES) {
  const common = new Set(slices.flatMap(name => fontsourceCoverage(name)))
  const taken = new Set()
  const available = new Set()
  let count = 0
  for (const source of sources) {
    const bytes = readFileSync(join(temp, 'node_modules/@expo-google-fonts', source))
    const drawn = fontkit.create(bytes).characterSet
    for (const code of drawn) available.add(code)
    const rare = drawn.filter(code => isHan(code) && !common.has(code) && !taken.has(code)).sort((a, b) => a - b)
    for (const code of rare) taken.add(code)
    if (rare.length === 0) continue
    const whole = await subsetFont(bytes, text(rare), { targetFormat: 'sfnt', noLayoutClosure: true })
    for (let from = 0; from < rare.length; from += SLICE) {
      const codes = rare.slice(from, from + SLICE)
      const name = `${file}-${String(count++).padStart(2, '0')}.woff2`
      writeFileSync(
        join(OUT, 'rare', name),
        await subsetFont(whole, text(codes), { targetFormat: 'woff2', noLayoutClosure: true }),
      )
      css.push(face(family, weight, `./rare/${name}`, unicodeRange(codes)))
    }
  }
  const han = [...common, ...taken].filter(code => available.has(code))
  const all = [...new Set([...han, ...hangul])].sort((a, b) => a - b)
  tables.push({ file, table: rangeTable(all) })
  console.log(`${family}: ${taken.size} rare characters in ${count} slices, ${all.length} characters covered`)
}
for (const script of ['sc', 'tc', 'kr']) writeFileSync(join(OUT, `${script}.css`), `${sliceSheet(script)}\n`)
writeFileSync(join(OUT, 'rare.css'), `${css.join('\n')}\n`)
writeFileSync(
  join(OUT, 'glyph-table.ts'),
  [
    '/** Coverage of the shipped fonts, made by scripts/fonts/build-rare.mjs: gap and length of each run, in base 36. Do not edit. */',
    ...tables.map(({ file, table }) => `export const ${file}Coverage =\n  '${table}'`),
    '',
  ].join('\n'),
)
writeFileSync(
  join(OUT, 'OFL.txt'),
  readFileSync(join(temp, 'node_modules/@expo-google-fonts/noto-serif-sc/LICENSE_FONT'), 'utf8'),
)

function isHan(code) {
  return isIn(HAN, code)
}

function isIn(blocks, code) {
  return blocks.some(([from, to]) => code >= from && code <= to)
}

/** What the Korean slices really draw; both faces fall back to them. */
function drawnHangul() {
  const drawn = Object.entries(fontsourceRanges('noto-sans-kr')).flatMap(([slice, range]) => {
    const claimed = codesOf(range).filter(code => isIn(HANGUL, code))
    if (claimed.length === 0) return []
    const bytes = readFileSync(`node_modules/${sliceFile('noto-sans-kr', slice, 400)}`)
    const inSlice = new Set(fontkit.create(bytes).characterSet)
    return claimed.filter(code => inSlice.has(code))
  })
  return new Set(drawn)
}

function text(codes) {
  return String.fromCodePoint(...codes)
}

/**
 * The @fontsource slices of one script in the weights the tokens use; woff2 only, without Cyrillic and Vietnamese. The
 * Korean ones stand behind the others for Hangul alone, so that no page loads one before it draws a Hangul letter.
 */
function sliceSheet(script) {
  const faces = [
    { name: `noto-sans-${script}`, family: `Noto Sans ${script.toUpperCase()}`, weight: 400 },
    { name: `noto-sans-${script}`, family: `Noto Sans ${script.toUpperCase()}`, weight: 700 },
    { name: `noto-serif-${script}`, family: `Noto Serif ${script.toUpperCase()}`, weight: 600 },
  ].slice(0, script === 'kr' ? 2 : 3)
  const rules = faces.flatMap(({ name, family, weight }) =>
    Object.entries(fontsourceRanges(name))
      .filter(([slice]) => slice !== 'cyrillic' && slice !== 'vietnamese')
      .map(([slice, range]) => ({ slice, range: claimed(script, slice, range) }))
      .filter(({ range }) => range !== '')
      .map(({ slice, range }) => face(family, weight, sliceFile(name, slice, weight), range)),
  )
  return ['/* Made by scripts/fonts/build-rare.mjs: do not edit. */', ...rules].join('\n')
}

function claimed(script, slice, range) {
  if (script === 'kr') return unicodeRange(codesOf(range).filter(code => hangul.has(code)))
  return slice === 'latin' ? range.replace(MARKS_WITHOUT_ANCHOR, '') : range
}

function sliceFile(name, slice, weight) {
  const part = slice.replace(/\W/g, '').replace('latinext', 'latin-ext')
  return `@fontsource/${name}/files/${name}-${part}-${weight}-normal.woff2`
}

function face(family, weight, file, range) {
  return `@font-face {\n  font-family: '${family}';\n  font-style: normal;\n  font-weight: ${weight};\n  font-display: swap;\n  src: url('${file}') format('woff2');\n  unicode-range: ${range};\n}`
}

function fontsourceRanges(name) {
  return JSON.parse(readFileSync(`node_modules/@fontsource/${name}/unicode.json`, 'utf8'))
}

/** Code points that @fontsource's unicode-range slices of one family claim. */
function fontsourceCoverage(name) {
  return codesOf(Object.values(fontsourceRanges(name)).join(','))
}

function codesOf(ranges) {
  return ranges.split(',').flatMap(range => {
    const [from, to = from] = range
      .trim()
      .replace(/^U\+/i, '')
      .split('-')
      .map(hex => Number.parseInt(hex, 16))
    return Array.from({ length: to - from + 1 }, (_, i) => from + i)
  })
}

function runs(sorted) {
  const found = []
  for (const code of sorted) {
    const last = found.at(-1)
    if (last && last[1] + 1 === code) last[1] = code
    else found.push([code, code])
  }
  return found
}

function unicodeRange(codes) {
  const hex = code => code.toString(16)
  return runs(codes)
    .map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`))
    .join(',')
}

/** `gap.length` pairs joined by spaces; the gap counts from the end of the run before, the first from 0. */
function rangeTable(sorted) {
  let end = 0
  return runs(sorted)
    .map(([from, to]) => {
      const pair = `${(from - end).toString(36)}.${(to - from + 1).toString(36)}`
      end = to + 1
      return pair
    })
    .join(' ')
}
