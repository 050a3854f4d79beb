/**
 * Every npm script begins here. Plain JavaScript without packages, and so old in style that any Node can say
 * what is missing: Node 20 cannot run TypeScript, and nothing is installed yet.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22

if (fits) {
  import('./bootstrap/main.mjs')
    .then(({ main }) => main(process.argv.slice(2)))
    .catch(error => {
      console.error(error)
      process.exitCode = 1
    })
} else {
  console.error(`
  需要 Node 20.19 以上（或 22.12 以上），这台电脑上是 ${process.versions.node}。
  Changming needs Node 20.19 or newer (of 22: 22.12); this machine has ${process.versions.node}.

  https://nodejs.org → 下载 LTS · download LTS
`)
  process.exitCode = 1
}
