import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { rowsPerShard } from '../../../hub/documents/records.ts'
import { History, Member } from '../../../hub/domain/member/member.ts'
import { houseStatistics } from '../../../hub/insight/house-statistics.ts'
import { preloadPlaylist } from '../../../hub/insight/playlist.ts'
import { predictUsual } from '../../../hub/insight/usual.ts'
import { demoMenu, menuItem } from '../menu/menu.ts'
import { tags } from '../menu/tags.ts'
import { loadSongs } from '../songs/load-songs.ts'
import { demoStaff } from '../staff.ts'
import { demoVenue } from '../venue.ts'
import { businessDay, dayMs, instantOf } from './calendar.ts'
import { cardOf, phoneOf, wangsCard } from './credentials.ts'
import { demoMembers } from './demo-members.ts'
import { demoReservations } from './reservations.ts'

const today = '2026-11-20'
const evening = Date.parse(`${today}T20:30+08:00`)
const members = demoMembers({ today })
const [wang] = members
if (!wang) throw new Error('nobody came')
const { member: mrWang, history: wangsHistory } = wang

const all = members.map(({ member }) => member)
const visits = members.flatMap(({ history }) => history.visits)

describe('the members', () => {
  it('are 400, in the shape that the hub reads', () => {
    expect(members).toHaveLength(400)
    for (const { member, history } of members) {
      expect(v.parse(Member, member)).toEqual(member)
      expect(v.parse(History, history)).toEqual(history)
      expect(history.member).toBe(member.id)
    }
  })

  it('have ids, cards, codes and numbers of their own', () => {
    const credentials = all.flatMap(({ id, cards, code, phone }) => [
      id,
      ...cards.map(card => card.number),
      code ?? '',
      ...(phone === undefined ? [] : [phone]),
    ])
    expect(credentials).not.toContain('')
    expect(new Set(credentials).size).toBe(credentials.length)
    for (const { cards, code, phone = '19900000000' } of all) {
      expect(cards.filter(card => !/^\d{10}$/.test(card.number))).toEqual([])
      expect(code).toMatch(/^[A-Z2-7]{26}$/)
      expect(phone).toMatch(/^1990000\d{4}$/)
    }
  })

  it('are the same from the same seed, others from another, and none changes when there are more', () => {
    expect(demoMembers({ today })).toEqual(members)
    expect(demoMembers({ today, count: 420 }).slice(0, 400)).toEqual(members)
    expect(demoMembers({ today, seed: 'other' })).not.toEqual(members)
    expect(demoMembers({ today: evening })).toEqual(members)
  })

  it('have names of many kinds, rare characters among them, and how to say them', () => {
    const names = all.map(member => member.name).join(' ')
    for (const rare of ['䶮', '㛃', '𬱖']) expect(names).toContain(rare)
    expect(names).toMatch(/[陳黃張吳劉楊許鄭謝]/)
    expect(names).toMatch(/\p{Script=Hangul}/u)
    expect(all.filter(member => /^(Ms|Mr) /.test(member.called)).length).toBeGreaterThan(5)
    expect(new Set(all.map(member => member.name)).size).toBeGreaterThan(340)
    for (const { name, say } of all)
      if (/\p{Script=Han}/u.test(name)) expect(say, name).toMatch(/^\p{Lu}\S+ \p{Lu}\S+$/u)
  })

  it('fill every tier, the lower the fuller, and the higher come more often', () => {
    const of = (tier: string) => members.filter(({ member }) => member.tier === tier)
    const counts = ['silver', 'gold', 'diamond', 'black'].map(tier => of(tier).length)
    expect(counts).toEqual([...counts].sort((a, b) => b - a))
    expect(counts.at(-1)).toBeGreaterThan(5)
    const mean = (tier: string) =>
      of(tier).reduce((sum, { history }) => sum + history.totals.visits, 0) / of(tier).length
    expect(mean('silver')).toBeLessThan(mean('gold'))
    expect(mean('gold')).toBeLessThan(mean('diamond'))
    expect(mean('diamond')).toBeLessThan(mean('black'))
  })

  it('name managers and floor hands of the house, and taboos that the price list knows', () => {
    const managers = demoStaff.filter(one => one.role === 'manager').map(one => one.id)
    const staff = demoStaff.map(one => one.id)
    for (const { accountManager, notes, taboos, tastes } of all) {
      if (accountManager !== undefined) expect(managers).toContain(accountManager)
      expect(staff).toEqual(expect.arrayContaining(notes.map(note => note.by)))
      expect(Object.keys(tags)).toEqual(expect.arrayContaining([...taboos, ...tastes]))
    }
    expect(all.filter(member => member.taboos.length > 0).length).toBeGreaterThan(30)
  })

  it('are welcomed only where they agreed and are not discreet', () => {
    expect(all.filter(member => member.discreet && member.welcome)).toEqual([])
    expect(all.filter(member => member.discreet).length).toBeGreaterThan(4)
    expect(all.filter(member => member.welcome).length).toBeGreaterThan(200)
  })
})

describe('two years of evenings', () => {
  it('lie before today and after joining, oldest first, one a day, and add up', () => {
    for (const { member, history } of members) {
      const { visits: own, totals } = history
      expect(own.length).toBeLessThanOrEqual(200)
      expect(totals).toEqual({ visits: own.length, spend: own.reduce((sum, visit) => sum + visit.spend, 0) })
      const days = own.map(visit => businessDay(visit.at))
      expect(days).toEqual([...new Set(days)].sort((a, b) => a - b))
      for (const { at } of own) {
        expect(at).toBeGreaterThan(member.since)
        expect(at).toBeGreaterThan(evening - 732 * dayMs)
        expect(at).toBeLessThan(instantOf(businessDay(evening), 0))
      }
    }
    expect(new Set(visits.map(visit => visit.visit)).size).toBe(visits.length)
    expect(visits.length).toBeGreaterThan(4000)
  })

  it('are spent in rooms of the house, on things of its list, with songs of its catalogue, for money', () => {
    const rooms = new Set(demoVenue.rooms.map(room => room.id))
    const items = new Set(demoMenu.items.map(item => item.id))
    const songs = new Map(loadSongs().map(song => [song.id, song]))
    for (const { room, drunk, sung, spend } of visits) {
      expect(rooms.has(room)).toBe(true)
      expect(drunk.length).toBeGreaterThan(0)
      expect(drunk.filter(line => !items.has(line.item) || line.qty < 1 || line.qty > 99)).toEqual([])
      expect(new Set(drunk.map(line => line.item)).size).toBe(drunk.length)
      expect(sung.filter(one => songs.get(one.song)?.title !== one.title)).toEqual([])
      expect(new Set(sung.map(one => one.song)).size).toBe(sung.length)
      expect(Number.isSafeInteger(spend) && spend > 0).toBe(true)
    }
  })

  it('never had on the table what its member may not have', () => {
    for (const { member, history } of members) {
      const taboo = history.visits.flatMap(visit =>
        visit.drunk.filter(line => menuItem(line.item).tags.some(tag => member.taboos.includes(tag))),
      )
      expect(taboo, `${member.id} ${member.taboos}`).toEqual([])
    }
  })

  it('are busier on Fridays and Saturdays', () => {
    const busy = visits.filter(({ at }) => [5, 6].includes((businessDay(at) + 4) % 7)).length
    expect(busy / visits.length).toBeGreaterThan(0.36)
  })

  it('show habits: regulars have again what they had, and sing again what they sang', () => {
    const regulars = members.filter(({ history }) => history.visits.length >= 12)
    expect(regulars.length).toBeGreaterThan(80)
    const often = (of: (visit: (typeof visits)[number]) => string[]) =>
      regulars.filter(({ history }) => {
        const counts = new Map<string, number>()
        for (const one of history.visits.flatMap(of)) counts.set(one, (counts.get(one) ?? 0) + 1)
        return Math.max(...counts.values()) >= history.visits.length * 0.5
      }).length / regulars.length
    expect(often(visit => visit.drunk.map(line => line.item))).toBeGreaterThan(0.9)
    expect(often(visit => visit.sung.map(one => one.song))).toBeGreaterThan(0.5)
  })

  it('went wrong now and then', () => {
    const wrong = visits.filter(visit => visit.complaint).length / visits.length
    expect(wrong).toBeGreaterThan(0.03)
    expect(wrong).toBeLessThan(0.1)
  })
})

describe('Mr Wang', () => {
  it('is the black member with the card, who must not have peanuts or baijiu', () => {
    expect(mrWang).toMatchObject({ called: '王总', name: '王建国', tier: 'black', welcome: true, discreet: false })
    expect(mrWang.cards).toEqual([
      { id: `${mrWang.id}.k1`, technology: 'em', hex: '00423982', number: '0004340098', blocked: false },
    ])
    expect(mrWang.taboos).toEqual(['peanut', 'baijiu'])
    expect(demoStaff.find(one => one.id === mrWang.accountManager)?.role).toBe('manager')
  })

  it('complained last time of the microphone, and got a plate of fruit', () => {
    const last = wangsHistory.visits.at(-1)
    expect(last).toMatchObject({ room: 'v08', complaint: { category: 'audio', outcome: 'comped' } })
    expect(mrWang.notes.at(-1)?.text).toContain('果盘')
    expect(demoStaff.find(one => one.id === mrWang.notes.at(-1)?.by)?.name.zhHans).toBe('小陈')
    expect(wangsHistory.visits.filter(visit => visit.complaint)).toHaveLength(1)
  })

  it('is offered Chivas first and green tea second as his usual', () => {
    const house = houseStatistics(members.map(({ history }) => history))
    const drinks = (id: string) => menuItem(id).again
    const usual = predictUsual([wang], house, drinks, evening, 4)
    expect(usual.slice(0, 2)).toMatchObject([
      { item: 'chivas-12', qty: 1, times: 10 },
      { item: 'green-tea', qty: 6, times: expect.any(Number) },
    ])
  })

  it('finds his songs on the panel', () => {
    const titles = preloadPlaylist([wang], loadSongs().slice(0, 100), evening, 6).map(song => song.title)
    expect(titles).toEqual(expect.arrayContaining(['吻别', '一剪梅', '上海滩', '朋友']))
  })

  it('has V08 tonight for eight', () => {
    const [first, ...others] = demoReservations(members, today)
    expect(first).toMatchObject({ member: mrWang.id, party: 8, room: 'v08', roomClass: 'vip', arrivesAt: evening })
    const ids = new Set(all.map(member => member.id))
    expect(others.filter(one => !ids.has(one.member))).toEqual([])
    for (const { roomClass, party } of [first, ...others].filter(one => one !== undefined)) {
      expect(demoVenue.classes.find(one => one.id === roomClass)?.capacity).toBeGreaterThanOrEqual(party)
    }
  })
})

describe('many members', () => {
  it('have credentials of their own up to 100,000, and nobody else has Mr Wang’s card', () => {
    const indices = Array.from({ length: 100_000 }, (_, index) => index)
    const cards = indices.slice(1).flatMap(index => [cardOf(index), cardOf(index, true)])
    expect(new Set([...cards, wangsCard]).size).toBe(cards.length + 1)
    expect(new Set(indices.map(phoneOf)).size).toBe(100_000)
  })

  it('come with at most two visits, in shards as the hub fills them', () => {
    const many = demoMembers({ today, count: 2000, history: 'little' })
    expect(Math.max(...many.slice(1).map(({ history }) => history.visits.length))).toBe(2)
    expect(many[rowsPerShard - 1]?.member.id).toMatch(/^m1-[0-9a-z]{10}$/)
    expect(many[rowsPerShard]?.member.id).toMatch(/^m2-[0-9a-z]{10}$/)
    expect(new Set(many.map(({ member }) => member.id)).size).toBe(2000)
    expect(
      demoMembers({ today, count: 5, history: 'none' })
        .slice(1)
        .flatMap(({ history }) => history.visits),
    ).toEqual([])
  })
})
