/** The authority's certificate as an Apple configuration profile: an iPad then names it, and offers to install it. */
import { createHash, type X509Certificate } from 'node:crypto'

/** The same certificate is the same profile: installed twice, it is there once. */
export function trustProfile(certificate: X509Certificate): string {
  const name = /^CN=(.*)$/m.exec(certificate.subject)?.[1] ?? 'Changming CA'
  const lines = certificate.raw.toString('base64').replace(/.{64}/g, '$&\n')
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>PayloadType</key><string>Configuration</string>
  <key>PayloadVersion</key><integer>1</integer>
  <key>PayloadIdentifier</key><string>changming.trust</string>
  <key>PayloadUUID</key><string>${uuidOf(certificate, 'profile')}</string>
  <key>PayloadDisplayName</key><string>${escaped(name)}</string>
  <key>PayloadContent</key>
  <array>
    <dict>
      <key>PayloadType</key><string>com.apple.security.root</string>
      <key>PayloadVersion</key><integer>1</integer>
      <key>PayloadIdentifier</key><string>changming.trust.root</string>
      <key>PayloadUUID</key><string>${uuidOf(certificate, 'root')}</string>
      <key>PayloadDisplayName</key><string>${escaped(name)}</string>
      <key>PayloadCertificateFileName</key><string>changming-ca.crt</string>
      <key>PayloadContent</key>
      <data>
${lines}
      </data>
    </dict>
  </array>
</dict>
</plist>
`
}

function uuidOf({ raw }: X509Certificate, part: string): string {
  const hex = createHash('sha256').update(raw).update(part).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
