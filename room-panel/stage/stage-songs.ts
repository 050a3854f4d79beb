/** A few songs for the stage, with their initials. */

const rows = [
  ['后来', 'hl', '刘若英', 'zh'],
  ['海阔天空', 'hktk', 'Beyond', 'yue'],
  ['月亮代表我的心', 'yldbwdx', '邓丽君', 'zh'],
  ['红日', 'hr', '李克勤', 'yue'],
  ['朋友', 'py', '周华健', 'zh'],
  ['千里之外', 'qlzw', '周杰伦、费玉清', 'zh'],
  ['光辉岁月', 'ghsy', 'Beyond', 'yue'],
  ['Hotel California', 'hc', 'Eagles', 'en'],
  ['爱你一万年', 'anywn', '刘德华', 'zh'],
  ['富士山下', 'fssx', '陈奕迅', 'yue'],
  ['十年', 'sn', '陈奕迅', 'zh'],
  ['恋人', 'lr', '安全地帯', 'ja'],
  ['我只在乎你', 'wzzhn', '邓丽君', 'zh'],
  ['漂洋过海来看你（电视剧主题曲）', 'pyghlkn', '娃娃（金智娟）', 'zh'],
  ['삐딱하게', 'ppttg', 'G-DRAGON', 'ko'],
] as const

export const songs = rows.map(([title, initials, artist, language], at) => ({
  song: `s${at}`,
  title,
  initials,
  artist,
  language,
}))

export const artists = [...new Set(songs.map(({ artist }) => artist))].map(artist => ({
  artist,
  songs: songs.filter(song => song.artist === artist).length * 7,
}))
