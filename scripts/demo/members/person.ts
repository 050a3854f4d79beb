/** A guest as the house knows them: name, how to say it, what they like to be called, how old they are. */
import type { Chance } from '../random.ts'
import type { Name } from './names.ts'
import * as names from './names.ts'

export type Origin = 'sichuan' | 'taiwan' | 'west' | 'japan' | 'korea'

export interface Person {
  readonly name: string
  readonly called: string
  /** Pinyin or the like; absent where the name says itself. */
  readonly say?: string
  readonly woman: boolean
  readonly born: number
  readonly origin: Origin
}

/** `year`: the present one. Every 40th has a rare character, each in its turn. */
export function makePerson(chance: Chance, index: number, year: number): Person {
  const rare = index % 40 === 11 ? names.rareGiven[Math.floor(index / 40) % names.rareGiven.length] : undefined
  const woman = chance.hit(0.42)
  const born = year - chance.weighted(ages)(chance)
  const any = chance.weighted(origins)
  const origin = rare ? 'sichuan' : any
  return { woman, born, origin, ...namings[origin](chance, { woman, age: year - born, ...(rare && { rare }) }) }
}

interface Who {
  readonly woman: boolean
  readonly age: number
  /** The given name, where it must be a rare one. */
  readonly rare?: Name
}

type Naming = (chance: Chance, who: Who) => Pick<Person, 'name' | 'called' | 'say'>

const origins: readonly { weight: number; value: Origin }[] = [
  { weight: 90, value: 'sichuan' },
  { weight: 4, value: 'taiwan' },
  { weight: 3, value: 'west' },
  { weight: 2, value: 'japan' },
  { weight: 1, value: 'korea' },
]

const ages: readonly { weight: number; value: (chance: Chance) => number }[] = [
  { weight: 25, value: chance => chance.between(20, 27) },
  { weight: 40, value: chance => chance.between(28, 39) },
  { weight: 25, value: chance => chance.between(40, 52) },
  { weight: 10, value: chance => chance.between(53, 68) },
]

const namings: Readonly<Record<Origin, Naming>> = {
  sichuan(chance, { woman, age, rare }) {
    const [surname, surnameSaid] = chance.pick(
      chance.weighted([
        { weight: 52, value: names.commonSurnames },
        { weight: 44, value: names.surnames },
        { weight: 4, value: names.unusualSurnames },
      ]),
    )
    const common = woman ? names.womenGiven : names.menGiven
    const [given, givenSaid] = rare ?? chance.pick(common)
    const young = age < 30 && surname.length === 1 && chance.hit(0.06)
    return {
      name: `${surname}${given}`,
      called: young ? `小${surname}` : `${surname}${chance.pick(woman ? womanTitles(age) : manTitles(age))}`,
      say: `${surnameSaid} ${givenSaid}`,
    }
  },
  taiwan(chance, { woman, age }) {
    const [surname, surnameSaid] = chance.pick(names.taiwanSurnames)
    const [given, givenSaid] = chance.pick(woman ? names.taiwanWomen : names.taiwanMen)
    const title = woman ? (age < 40 ? '小姐' : '女士') : age < 40 ? '先生' : '董'
    return { name: `${surname}${given}`, called: `${surname}${title}`, say: `${surnameSaid} ${givenSaid}` }
  },
  west(chance, { woman }) {
    const surname = chance.pick(names.westernSurnames)
    const given = chance.pick(woman ? names.westernWomen : names.westernMen)
    return { name: `${given} ${surname}`, called: `${woman ? 'Ms' : 'Mr'} ${surname}` }
  },
  japan: (chance, { woman }) =>
    eastern(chance, names.japaneseSurnames, woman ? names.japaneseWomen : names.japaneseMen, ' ', 'さん'),
  korea: (chance, { woman }) =>
    eastern(chance, names.koreanSurnames, woman ? names.koreanWomen : names.koreanMen, '', '님'),
}

function eastern(chance: Chance, family: readonly Name[], first: readonly Name[], gap: string, title: string) {
  const [surname, surnameSaid] = chance.pick(family)
  const [given, givenSaid] = chance.pick(first)
  const name = `${surname}${gap}${given}`
  // さん follows the family name, 님 the whole one.
  return { name, called: `${gap === '' ? name : surname}${title}`, say: `${surnameSaid} ${givenSaid}` }
}

const manTitles = (age: number): readonly string[] => {
  if (age < 30) return ['先生', '哥', '同学', '工']
  return age < 45 ? ['哥', '先生', '总', '工', '律师', '医生'] : ['总', '总', '哥', '董', '老板', '老师', '医生']
}

const womanTitles = (age: number): readonly string[] => {
  if (age < 30) return ['小姐', '同学', '女士']
  return age < 45 ? ['姐', '女士', '小姐', '总', '律师', '医生'] : ['姐', '姐', '总', '老师', '女士', '医生']
}
