/** What all documents promise; run against each adapter. */
import { describe, expect, it } from 'vitest'
import type { Documents } from '../ports.ts'

export interface Note {
  readonly text: string
}

export function parseNote(raw: unknown): Note {
  if (typeof raw !== 'object' || raw === null || !('text' in raw) || typeof raw.text !== 'string') {
    throw new Error('not a note')
  }
  return { text: raw.text }
}

export const noNote = (): Note => ({ text: '' })

/** `make` gives an empty store and a way to start it again over the same disk. */
export function documentsContract(name: string, make: () => { open: () => Documents; failNext: () => void }): void {
  describe(`${name} as documents`, () => {
    it('give the empty value when there is none', async () => {
      const venue = await make().open().open('venue', parseNote, noNote)
      expect(venue.value).toEqual({ text: '' })
    })

    it('keep what was saved', async () => {
      const { open } = make()
      const documents = open()
      const venue = await documents.open('venue', parseNote, noNote)
      await venue.save({ text: '唱名' })
      expect(venue.value).toEqual({ text: '唱名' })
      await documents.close()
      expect((await open().open('venue', parseNote, noNote)).value).toEqual({ text: '唱名' })
    })

    it('keep the last of many saves, each of which resolves', async () => {
      const { open } = make()
      const venue = await open().open('venue', parseNote, noNote)
      await Promise.all(['a', 'b', 'c'].map(text => venue.save({ text })))
      expect((await open().open('venue', parseNote, noNote)).value).toEqual({ text: 'c' })
    })

    it('list and remove by folder', async () => {
      const { open } = make()
      const documents = open()
      for (const name of ['members/m1', 'members/m2', 'venue']) {
        await (await documents.open(name, parseNote, noNote)).save({ text: name })
      }
      expect(await documents.list('members')).toEqual(['members/m1', 'members/m2'])
      expect(await documents.list('visits')).toEqual([])
      await documents.remove('members/m1')
      await documents.remove('members/m9')
      expect(await documents.list('members')).toEqual(['members/m2'])
      expect((await documents.open('members/m1', parseNote, noNote)).value).toEqual({ text: '' })
    })

    it('are opened once, and again after closing', async () => {
      const documents = make().open()
      await documents.open('venue', parseNote, noNote)
      await expect(documents.open('venue', parseNote, noNote)).rejects.toThrow('open already')
      await documents.close()
      await documents.open('venue', parseNote, noNote)
    })

    it('take no name that leads elsewhere', async () => {
      const documents = make().open()
      for (const name of ['../venue', '/etc/passwd', 'members/', 'a//b', '.hidden', '', 'Venue', 'a.b']) {
        await expect(documents.open(name, parseNote, noNote)).rejects.toThrow('not a document name')
        await expect(documents.remove(name)).rejects.toThrow('not a document name')
      }
    })

    it('stay failed after a failed save, and have the old value when opened anew', async () => {
      const { open, failNext } = make()
      const documents = open()
      const venue = await documents.open('venue', parseNote, noNote)
      await venue.save({ text: 'old' })
      failNext()
      await expect(venue.save({ text: 'new' })).rejects.toMatchObject({ name: 'StoreFailed', code: 'write-failed' })
      await expect(venue.save({ text: 'newer' })).rejects.toMatchObject({ name: 'StoreFailed' })
      await documents.close()
      expect((await documents.open('venue', parseNote, noNote)).value).toEqual({ text: 'old' })
    })
  })
}
