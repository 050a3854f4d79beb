/** What a phone's camera reads to join a Wi-Fi: the `WIFI:` text of Android, iOS and ZXing. */
import type { GuestWifi } from '../domain/venue-config.ts'

export function wifiText({ ssid, security, password }: GuestWifi): string {
  const secret = security === 'nopass' || password === undefined ? '' : `P:${escaped(password)};`
  return `WIFI:T:${security};S:${escaped(ssid)};${secret};`
}

/** What has a meaning in the format stands for itself behind a backslash. */
const escaped = (text: string): string => text.replace(/[\\;,":]/g, '\\$&')
