/** Kana as it is typed on a keyboard of letters, the way most people do (Hepburn). */

const rows: Readonly<Record<string, string>> = {
  あいうえお: 'a i u e o',
  かきくけこ: 'ka ki ku ke ko',
  がぎぐげご: 'ga gi gu ge go',
  さしすせそ: 'sa shi su se so',
  ざじずぜぞ: 'za ji zu ze zo',
  たちつてと: 'ta chi tsu te to',
  だぢづでど: 'da ji zu de do',
  なにぬねの: 'na ni nu ne no',
  はひふへほ: 'ha hi fu he ho',
  ばびぶべぼ: 'ba bi bu be bo',
  ぱぴぷぺぽ: 'pa pi pu pe po',
  まみむめも: 'ma mi mu me mo',
  やゆよ: 'ya yu yo',
  らりるれろ: 'ra ri ru re ro',
  わゐゑをんゔ: 'wa i e o n vu',
  ぁぃぅぇぉ: 'a i u e o',
}
const letters = new Map(
  Object.entries(rows).flatMap(([kana, sounds]) => {
    const each = sounds.split(' ')
    return [...kana].map((sign, at): [string, string] => [sign, each[at] ?? ''])
  }),
)
const small: Readonly<Record<string, string>> = {
  ゃ: 'a',
  ゅ: 'u',
  ょ: 'o',
  ぁ: 'a',
  ぃ: 'i',
  ぅ: 'u',
  ぇ: 'e',
  ぉ: 'o',
}

/** Katakana and hiragana are one. */
export const foldKana = (text: string): string =>
  text.replace(/[ァ-ヶ]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0x60))

/** What is no kana stays. The long mark is not typed. */
export function romajiOf(text: string): string {
  let out = ''
  let doubled = false
  for (const sign of foldKana(text)) {
    const glide = small[sign]
    if (sign === 'っ') doubled = true
    else if (glide !== undefined && /[^aeiou]?[iueo]$/.test(out) && !/^[aeiou]?$/.test(out))
      out = glided(out, sign, glide)
    else if (sign !== 'ー') {
      const sound = letters.get(sign) ?? sign
      out += doubled ? sound.charAt(0) + sound : sound
      doubled = false
    }
  }
  return out
}

/** きゃ kya, しゃ sha, ふぁ fa, てぃ ti. */
function glided(before: string, sign: string, vowel: string): string {
  const stem = before.slice(0, -1)
  return 'ゃゅょ'.includes(sign) && !/(sh|ch|j)$/.test(stem) ? `${stem}y${vowel}` : stem + vowel
}
