/** Why the hub cannot start and what to do about it, in the terminal, Chinese and English. */
import { loadCatalogue } from '../../shared/i18n/catalogue.ts'
import { createTranslator } from '../../shared/i18n/translator.ts'
import { StoreFailed } from '../ports.ts'
import { currentUser, giveBack } from '../system/give-back.ts'
import { systemCode } from '../system/system-code.ts'
import { WrongSetting } from './listening.ts'

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
        const code = systemCode(reason)
        // Nothing is wrong with what is there: nobody is to go back to a backup for it.
        if (code === 'EACCES' || code === 'EPERM')
          return t('noRights', { place, user: currentUser(), command: giveBack(folder) })
        if (code === 'EROFS') return t('readOnly', { place })
        return t(`store.${reason.code}`, { place, folder })
      }
      if (reason instanceof WrongSetting) return t('settingWrong', { setting: reason.said })
      const code = systemCode(reason)
      // On the LAN there are two.
      const taken = typeof reason === 'object' && reason !== null && 'port' in reason ? Number(reason.port) : port
      if (code === 'EADDRINUSE')
        return t('portTaken', {
          port: taken,
          setting: `${taken === port ? 'PORT' : 'HTTP_PORT'}=${anotherPort(taken)}`,
        })
      if (code === 'EACCES') return t('portForbidden', { port: taken })
      if (isAddressAway(reason)) return t('hostUnknown', { host })
      return t('cannotStart', { reason: reason instanceof Error ? reason.message : String(reason), folder })
    }
  }
  console.error('')
}

/** Not the next one: on the LAN that is where guests' phones come. */
export const anotherPort = (taken: number): number => (taken > 65_000 ? 8090 : taken + 10)

/** The machine has not got the address: it may be mistyped, and after a power cut the router may still be starting. */
export function isAddressAway(error: unknown): boolean {
  return ['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'].includes(systemCode(error) ?? '')
}

/** Everything else is a fault of ours. */
export function isForeseen(error: unknown): boolean {
  const code = systemCode(error)
  return (
    error instanceof StoreFailed ||
    error instanceof WrongSetting ||
    isAddressAway(error) ||
    code === 'EADDRINUSE' ||
    code === 'EACCES'
  )
}
