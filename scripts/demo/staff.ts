/** The twelve who work in the demo venue, with PINs that everybody may know: it is a demo. */
import type { LocalizedText } from '../../shared/protocol/primitives.ts'
import type { Role } from '../../shared/protocol/words.ts'

export interface DemoStaff {
  readonly id: string
  readonly name: LocalizedText
  readonly role: Role
  /** Floors they look after; empty: all. */
  readonly zone: readonly number[]
  readonly pin: string
}

const person = (
  id: string,
  zhHans: string,
  zhHant: string,
  en: string,
  role: Role,
  zone: readonly number[],
  pin: string,
): DemoStaff => ({
  id: `st1-${id}`,
  name: { zhHans, zhHant, en },
  role,
  zone,
  pin,
})

export const demoStaff: readonly DemoStaff[] = [
  person('lin', '林姐', '林姐', 'Lin', 'desk', [], '201801'),
  person('su', '小苏', '小蘇', 'Su', 'desk', [], '201802'),
  person('chen', '小陈', '小陳', 'Chen', 'floor', [5], '310821'),
  person('zhao', '小赵', '小趙', 'Zhao', 'floor', [2], '310822'),
  person('wu', '小吴', '小吳', 'Wu', 'floor', [3], '310823'),
  person('he', '小何', '小何', 'He', 'floor', [2, 3], '310824'),
  person('tang', '阿唐', '阿唐', 'Tang', 'bar', [], '410831'),
  person('mei', '小梅', '小梅', 'Mei', 'bar', [], '410832'),
  person('zhou', '周经理', '周經理', 'Manager Zhou', 'manager', [], '510841'),
  person('luo', '罗经理', '羅經理', 'Manager Luo', 'manager', [], '510842'),
  person('ye', '叶经理', '葉經理', 'Manager Ye', 'manager', [5], '510843'),
  person('jiang', '蒋老板', '蔣老闆', 'Mr Jiang', 'owner', [], '610851'),
]
