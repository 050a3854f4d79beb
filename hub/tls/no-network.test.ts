import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os'
import { expect, it, vi } from 'vitest'
import { createMemoryFiles } from '../system/memory-files.ts'
import { ensureCertificates } from './certificates.ts'

vi.mock('node:os', async original => ({
  ...(await original<typeof import('node:os')>()),
  // As Windows says it.
  hostname: () => 'KTV-HUB',
  networkInterfaces: vi.fn(),
}))

const at = (address: string): { en0: NetworkInterfaceInfo[] } => ({
  en0: [{ address, netmask: '255.255.0.0', mac: '00:00:00:00:00:01', family: 'IPv4', internal: false, cidr: null }],
})

it.each([
  ['no address at all', {}],
  ['an address that the machine gave itself', at('169.254.10.20')],
])(
  'a power cut after which the hub is sooner back than its router, with %s: no device has to trust it anew',
  async (_, found) => {
    const files = createMemoryFiles()
    const start = () => ensureCertificates({ files, folder: '/data', now: Date.now(), address: '0.0.0.0' })
    vi.mocked(networkInterfaces).mockReturnValue(at('192.168.1.20'))
    const { authority } = await start()
    vi.mocked(networkInterfaces).mockReturnValue(found)
    expect((await start()).authority).toEqual(authority)
    vi.mocked(networkInterfaces).mockReturnValue(at('192.168.1.20'))
    expect((await start()).authority).toEqual(authority)
  },
)
