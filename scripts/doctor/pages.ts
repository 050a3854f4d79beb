/** What was built: the pages of every surface, and the fonts without which a guest's name is empty boxes. */
import { readdir } from 'node:fs/promises'
import { bad, type Finding, good } from './finding.ts'

const pages = ['console.html', 'kiosk.html', 'panel.html', 'phone.html'] as const
/** Chinese comes in many small files, of which a browser takes what a text needs: fewer than these are not all of it. */
const fewestFonts = 400

/** `web`: the folder of the built pages. */
export async function judgePages(web: string): Promise<Finding[]> {
  const names = await namesIn(web)
  const fonts = (await namesIn(`${web}/assets`)).filter(name => name.endsWith('.woff2')).length
  const missing = pages.filter(page => !names.includes(page))
  const build = 'npm run build'
  return [
    missing.length > 0
      ? bad('页面 pages', `缺 missing ${missing.join(' ')}`, build)
      : good('页面 pages', `${pages.length}`),
    fonts < fewestFonts
      ? bad('字体 fonts', `只有 only ${fonts}：名字会变成方框 names would be empty boxes`, build)
      : good('字体 fonts', `${fonts} 个文件 files`),
  ]
}

/** None where there is no such folder: nothing was built. */
const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => [])
