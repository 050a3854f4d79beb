/** What `npm run tls` says in the terminal, Chinese and English side by side. */
import type { Certificates } from '../../hub/tls/certificates.ts'

export const help = `
  npm run tls                 店内网络用的证书：缺的做好，快到期的换新，并说明现状
                              certificates for the venue's network: makes what is missing, renews what is due, says
                              how they stand. The hub does the same by itself, at its start and while it runs.

  --renew                     马上换新主机证书；设备不用动 a new certificate of the hub now; devices notice nothing
  --name ktv.lan              路由器里给主机起的名字；可写几次。要换 CA，每台设备重新信任一次
                              what the venue's router calls the hub; several times. Makes a new CA: each device has
                              to trust it anew
  --new-ca                    换 CA：每台设备要重新信任一次 a new CA: each device has to trust it anew
  --cert FILE --key FILE      用自己的证书（PEM，含中间证书） your own certificate (PEM, with intermediates)
  --forget-own                不再用自己的证书 back from your own to the hub's
  --host 192.168.1.20         主机的地址；不写就是 HOST，或全部 the hub's address; HOST, or all it has
  --data DIR                  数据夹 the data folder; DATA_DIR, data

  文件都在 DATA_DIR/tls，权限 0600；ca.crt 是给设备装的。
  All files are in DATA_DIR/tls, mode 0600; ca.crt is the one that devices install.
`

export const noVenue = (folder: string): string =>
  `${folder} 里还没有门店：先 npm start 或 npm run venue -- new   there is no venue in ${folder} yet: start once first`
export const wantsBoth = '--cert 和 --key 要一起写 --cert and --key belong together'
export const notPem = '读不懂：要 PEM 格式，私钥不要加密 cannot read it: PEM is wanted, the key without a passphrase'
export const notHere = (host: string): string => `这台机器没有地址 ${host} this machine has not got the address ${host}`
export const notItsKey = '私钥和证书不是一对 the key is not that of the certificate'
export const isAuthority = '这是 CA 证书，不是主机证书 that is the certificate of an authority, not of a host'
export const expired = (at: string): string => `证书已过期 the certificate ended ${at}`
export const badName = (name: string): string => `--name ${name}: 要像 ktv.lan 的名字 a name such as ktv.lan is wanted`

export function standing({ authority, called, until, made }: Certificates, host: string): string {
  const lines = ['']
  if (made.includes('authority'))
    lines.push('  CA 做好了：每台设备要信任它一次 the CA was made: each device has to trust it once')
  if (made.includes('certificate')) lines.push('  主机证书做好了 the certificate of the hub was made')
  if (called.length > 0) lines.push(`  名字 names               ${called.join(', ')}`)
  lines.push(`  主机证书到 hub until     ${day(until)}`)
  if (authority)
    lines.push(
      `  CA 到 CA until           ${day(authority.until)}`,
      `  CA SHA-256               ${authority.fingerprint}`,
      '',
      `  设备怎么信任：HOST=${host} npm start，终端里会印出 /trust 页`,
      '  How devices trust it: start the hub; the terminal prints the address of its /trust page',
    )
  else lines.push('  本店自己的证书 your own certificate: nothing to install on devices')
  return [...lines, ''].join('\n')
}

const day = (at: number): string => new Date(at).toISOString().slice(0, 10)
