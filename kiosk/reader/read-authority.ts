/** The venue's authority from a file: as PEM, and as the trust page hands it out, which is DER. */
import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'

/** PEM, however many certificates it holds. Rejects as the disk does, and for a file that holds no certificate. */
export async function readAuthority(path: string): Promise<string> {
  const content = await readFile(path)
  const text = content.toString('latin1')
  return text.includes('-----BEGIN') ? text : new X509Certificate(content).toString()
}
