/** The twelve who work here, with the PINs of the demo: they are printed at its start and open nothing else. */
import type { LocalizedText } from '../../../shared/protocol/primitives.ts'
import type { Role } from '../../../shared/protocol/words.ts'

export interface DemoStaff {
  /** Opaque, as journals keep it. */
  readonly id: string
  /** What guests read: 小陈. */
  readonly name: LocalizedText
  readonly fullName: string
  readonly role: Role
  readonly title: LocalizedText
  /** Floors they look after; empty: all. */
  readonly zone: readonly number[]
  /** Looks after members of their own. */
  readonly accountManager: boolean
  /** Six digits in the clear: hash it before it is kept. */
  readonly pin: string
}

const desk = { zhHans: '咨客', zhHant: '咨客', en: 'Reception' }
const floor = { zhHans: '楼面', zhHant: '樓面', en: 'Floor' }
const bar = { zhHans: '吧台', zhHant: '吧檯', en: 'Bar' }
const manager = { zhHans: '经理', zhHant: '經理', en: 'Manager' }

export const demoStaff: readonly DemoStaff[] = [
  {
    id: 'st1-k4w9d2',
    name: { zhHans: '小林', zhHant: '小林', en: 'Lin' },
    fullName: '林晓雯',
    role: 'desk',
    title: desk,
    zone: [],
    accountManager: false,
    pin: '270418',
  },
  {
    id: 'st1-p7x3m5',
    name: { zhHans: '小苏', zhHant: '小蘇', en: 'Su' },
    fullName: '苏婷',
    role: 'desk',
    title: desk,
    zone: [],
    accountManager: false,
    pin: '618305',
  },
  {
    id: 'st1-t2n8q6',
    name: { zhHans: '唐静', zhHant: '唐靜', en: 'Tang Jing' },
    fullName: '唐静',
    role: 'desk',
    title: { zhHans: '客户经理', zhHant: '客戶經理', en: 'Account manager' },
    zone: [],
    accountManager: true,
    pin: '935172',
  },
  {
    id: 'st1-c8h1e4',
    name: { zhHans: '小陈', zhHant: '小陳', en: 'Chen' },
    fullName: '陈晓东',
    role: 'floor',
    title: floor,
    zone: [5],
    accountManager: false,
    pin: '306284',
  },
  {
    id: 'st1-l5y6g9',
    name: { zhHans: '小刘', zhHant: '小劉', en: 'Liu' },
    fullName: '刘洋',
    role: 'floor',
    title: floor,
    zone: [2],
    accountManager: false,
    pin: '481937',
  },
  {
    id: 'st1-h3v7b2',
    name: { zhHans: '小何', zhHant: '小何', en: 'He' },
    fullName: '何丽',
    role: 'floor',
    title: floor,
    zone: [3],
    accountManager: false,
    pin: '759063',
  },
  {
    id: 'st1-r9z4k8',
    name: { zhHans: '阿强', zhHant: '阿強', en: 'Qiang' },
    fullName: '罗强',
    role: 'floor',
    title: floor,
    zone: [2, 3],
    accountManager: false,
    pin: '124896',
  },
  {
    id: 'st1-b6f2w1',
    name: { zhHans: '波哥', zhHant: '波哥', en: 'Bo' },
    fullName: '周波',
    role: 'bar',
    title: bar,
    zone: [],
    accountManager: false,
    pin: '863741',
  },
  {
    id: 'st1-x1j5s7',
    name: { zhHans: '小谢', zhHant: '小謝', en: 'Xie' },
    fullName: '谢敏',
    role: 'bar',
    title: bar,
    zone: [],
    accountManager: false,
    pin: '507629',
  },
  {
    id: 'st1-m7q3a5',
    name: { zhHans: '黄经理', zhHant: '黃經理', en: 'Manager Huang' },
    fullName: '黄磊',
    role: 'manager',
    title: manager,
    zone: [],
    accountManager: true,
    pin: '392580',
  },
  {
    id: 'st1-w4e8n3',
    name: { zhHans: '吴经理', zhHant: '吳經理', en: 'Manager Wu' },
    fullName: '吴倩',
    role: 'manager',
    title: manager,
    zone: [],
    accountManager: true,
    pin: '640213',
  },
  {
    id: 'st1-g2u9y6',
    name: { zhHans: '蒋总', zhHant: '蔣總', en: 'Mr Jiang' },
    fullName: '蒋国栋',
    role: 'owner',
    title: { zhHans: '老板', zhHant: '老闆', en: 'Owner' },
    zone: [],
    accountManager: false,
    pin: '178956',
  },
]
