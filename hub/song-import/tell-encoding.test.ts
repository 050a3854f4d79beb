import iconv from 'iconv-lite'
import { expect, it } from 'vitest'
import { tellEncoding } from './tell-encoding.ts'

const mainland = '歌曲编号,歌名,歌手,语种\n1,吻别,张学友,国语\n2,千千阙歌,陈慧娴,粤语\n3,爱拼才会赢,叶启田,闽南语\n'
const taiwan = '歌曲編號,歌名,歌手,語種\n1,吻別,張學友,國語\n2,千千闋歌,陳慧嫻,粵語\n3,愛拼才會贏,葉啟田,台語\n'

it.each([
  ['utf-8', 'utf-8', mainland, undefined],
  ['utf-8', 'utf8', '\uFEFFtitle,artist\nHello,Adele\n', undefined],
  ['gb18030', 'gb18030', mainland, undefined],
  ['gb18030', 'gbk', `${mainland}4,䶮,某人,国语\n`, undefined],
  ['big5', 'big5', taiwan, undefined],
  ['utf-16', 'utf-16le', `\uFEFF${mainland}`, undefined],
  ['utf-16', 'utf-16le', mainland, undefined],
  ['utf-16', 'utf-16be', `\uFEFF${mainland}`, true],
] as const)('tells %s (written as %s)', (encoding, written, text, bigEndian) => {
  expect(tellEncoding(iconv.encode(text, written))).toEqual({ encoding, ...(bigEndian && { bigEndian }) })
})

it('tells that a picture is no text', () => {
  expect(tellEncoding(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 0, 7, 0, 0, 3))).toBeUndefined()
})

it('is not led astray by a letter that the sample cuts in two', () => {
  const long = `歌名,歌手\n${'吻别,张学友\n'.repeat(40_000)}`
  expect(tellEncoding(iconv.encode(`x${long}`, 'utf-8'))).toEqual({ encoding: 'utf-8' })
})

it.each([
  [
    'a title cut in the middle of a letter',
    Buffer.concat([Buffer.from(mainland), Buffer.from('晴').subarray(0, 2), Buffer.from(',周杰伦\n')]),
  ],
  [
    'one byte that is none of a letter',
    Buffer.concat([Buffer.from(mainland), Buffer.of(0xff), Buffer.from(',周杰伦\n')]),
  ],
])('is not led astray by %s', (_, bytes) => {
  expect(tellEncoding(Buffer.concat([bytes, Buffer.from(mainland.repeat(20))]))).toEqual({ encoding: 'utf-8' })
})

it('takes no list for UTF-8 that has a few of its letters by chance', () => {
  const latin = 'title,artist\n'.repeat(2000)
  expect(tellEncoding(Buffer.concat([Buffer.from(latin), iconv.encode(mainland, 'gb18030')]))).toEqual({
    encoding: 'gb18030',
  })
})
