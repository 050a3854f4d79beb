/** Why the hub cannot start and what to do about it, in the terminal, Chinese and English. */
import { loadCatalogue } from '../shared/i18n/catalogue.ts'
import { createTranslator } from '../shared/i18n/translator.ts'
import { StoreFailed } from './ports.ts'

export async function sayWhyNot(
  error: unknown,
  { folder, host, port }: { folder: string; host: string; port: number },
): Promise<void> {
  for (const locale of ['zh-Hans', 'en'] as const) {
    const t = createTranslator(locale, await loadCatalogue('terminal', locale))
    console.error(`\n  ${wordsFor(error)}`)

    function wordsFor(reason: unknown): string {
      if (reason instanceof StoreFailed) {
        const place = reason.line === undefined ? reason.path : `${reason.path}:${reason.line}`
        return t(`store.${reason.code}`, { place, folder })
      }
      const code = typeof reason === 'object' && reason !== null && 'code' in reason ? reason.code : undefined
      // On the LAN there are two.
      const taken = typeof reason === 'object' && reason !== null && 'port' in reason ? Number(reason.port) : port
      if (code === 'EADDRINUSE') return t('portTaken', { port: taken })
      if (code === 'EACCES') return t('portForbidden', { port: taken })
      if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return t('hostUnknown', { host })
      return t('cannotStart', { reason: reason instanceof Error ? (reason.stack ?? reason.message) : String(reason) })
    }
  }
  console.error('')
}
