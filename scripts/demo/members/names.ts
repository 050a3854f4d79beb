/** What people are called, and how to say it: characters with their pinyin, tones and all. */

/** Written, said. */
export type Name = readonly [written: string, said: string]

const list = (text: string): readonly Name[] =>
  text
    .trim()
    .split(/\s+/)
    .map(pair => {
      const [written = '', said = ''] = pair.split(':')
      return [written, said]
    })

/** Half of all guests. */
export const commonSurnames = list(`
  王:Wáng 李:Lǐ 张:Zhāng 刘:Liú 陈:Chén 杨:Yáng 赵:Zhào 黄:Huáng 周:Zhōu 吴:Wú 徐:Xú 孙:Sūn 胡:Hú 朱:Zhū 何:Hé
  罗:Luó 唐:Táng 郭:Guō 马:Mǎ 谢:Xiè`)

export const surnames = list(`
  高:Gāo 林:Lín 梁:Liáng 宋:Sòng 郑:Zhèng 韩:Hán 冯:Féng 于:Yú 董:Dǒng 萧:Xiāo 程:Chéng 曹:Cáo 袁:Yuán 邓:Dèng 许:Xǔ
  傅:Fù 沈:Shěn 曾:Zēng 彭:Péng 吕:Lǚ 苏:Sū 卢:Lú 蒋:Jiǎng 蔡:Cài 贾:Jiǎ 丁:Dīng 魏:Wèi 薛:Xuē 叶:Yè 阎:Yán 余:Yú
  潘:Pān 杜:Dù 戴:Dài 夏:Xià 钟:Zhōng 汪:Wāng 田:Tián 任:Rén 姜:Jiāng 范:Fàn 方:Fāng 石:Shí 姚:Yáo 谭:Tán 廖:Liào
  邹:Zōu 熊:Xióng 金:Jīn 陆:Lù 郝:Hǎo 孔:Kǒng 白:Bái 崔:Cuī 康:Kāng 毛:Máo 邱:Qiū 秦:Qín 江:Jiāng 史:Shǐ 顾:Gù
  侯:Hóu 邵:Shào 孟:Mèng 龙:Lóng 万:Wàn 段:Duàn 雷:Léi 钱:Qián 汤:Tāng 尹:Yǐn 黎:Lí 易:Yì 常:Cháng 武:Wǔ 乔:Qiáo
  贺:Hè 赖:Lài 龚:Gōng 文:Wén`)

/** Said otherwise than most would read them, or of two characters. */
export const unusualSurnames = list(`
  仇:Qiú 单:Shàn 解:Xiè 查:Zhā 区:Ōu 覃:Qín 尉迟:Yùchí 欧阳:Ōuyáng 司马:Sīmǎ 上官:Shàngguān 逄:Páng 冼:Xiǎn`)

export const menGiven = list(`
  建国:Jiànguó 志强:Zhìqiáng 伟:Wěi 勇:Yǒng 军:Jūn 磊:Lěi 涛:Tāo 鹏:Péng 浩然:Hàorán 宇轩:Yǔxuān 子豪:Zǐháo
  俊杰:Jùnjié 明辉:Mínghuī 文博:Wénbó 国栋:Guódòng 海波:Hǎibō 家豪:Jiāháo 天佑:Tiānyòu 思远:Sīyuǎn 振华:Zhènhuá
  永刚:Yǒnggāng 晓峰:Xiǎofēng 立新:Lìxīn 德明:Démíng 学文:Xuéwén 春生:Chūnshēng 光宇:Guāngyǔ 嘉诚:Jiāchéng 泽:Zé
  凯:Kǎi 斌:Bīn 超:Chāo 杰:Jié 毅:Yì 峰:Fēng 帆:Fān 睿:Ruì 逸飞:Yìfēi 一鸣:Yīmíng 少华:Shàohuá 大勇:Dàyǒng
  正东:Zhèngdōng 云飞:Yúnfēi 佳:Jiā 川:Chuān`)

export const womenGiven = list(`
  芳:Fāng 娜:Nà 敏:Mǐn 静:Jìng 丽:Lì 艳:Yàn 婷:Tíng 雪:Xuě 琳:Lín 倩:Qiàn 颖:Yǐng 欣怡:Xīnyí 梦琪:Mèngqí 雨桐:Yǔtóng
  诗涵:Shīhán 佳怡:Jiāyí 晓燕:Xiǎoyàn 秀英:Xiùyīng 桂兰:Guìlán 海燕:Hǎiyàn 春梅:Chūnméi 丹:Dān 璐:Lù 思思:Sīsī
  婉清:Wǎnqīng 若曦:Ruòxī 可欣:Kěxīn 语嫣:Yǔyān 美玲:Měilíng 雅静:Yǎjìng 慧:Huì 洁:Jié 蓉:Róng 萍:Píng
  玉华:Yùhuá 小红:Xiǎohóng 紫涵:Zǐhán 晨曦:Chénxī 佩:Pèi 瑶:Yáo 莉:Lì 燕:Yàn`)

/** Characters that many fonts and most people lack: a name on the lobby screen must not be an empty box. */
export const rareGiven = list(`
  䶮:Yǎn 㛃:Jié 𬱖:Dí 堃:Kūn 喆:Zhé 翀:Chōng 赟:Yūn 淼:Miǎo 犇:Bēn 燚:Yì 璟:Jǐng 彧:Yù 垚:Yáo`)

export const taiwanSurnames = list(`
  陳:Chén 林:Lín 黃:Huáng 張:Zhāng 李:Lǐ 王:Wáng 吳:Wú 劉:Liú 蔡:Cài 楊:Yáng 許:Xǔ 鄭:Zhèng 謝:Xiè 洪:Hóng 郭:Guō`)
export const taiwanMen = list(`
  志豪:Zhìháo 俊傑:Jùnjié 建宏:Jiànhóng 家豪:Jiāháo 宗翰:Zōnghàn 冠宇:Guànyǔ 承恩:Chéng’ēn 明哲:Míngzhé 彥廷:Yàntíng`)
export const taiwanWomen = list(`
  怡君:Yíjūn 雅婷:Yǎtíng 淑芬:Shūfēn 佩珊:Pèishān 美惠:Měihuì 詩涵:Shīhán 欣怡:Xīnyí 淑惠:Shūhuì 宜蓁:Yízhēn`)

export const westernSurnames: readonly string[] = [
  'Smith',
  'Carter',
  'Brown',
  'Wilson',
  'O’Neill',
  'Müller',
  'Dupont',
  'Rossi',
  'García',
  'Patel',
  'Novák',
  'Lindqvist',
]
export const westernMen: readonly string[] = ['James', 'Oliver', 'Daniel', 'Michael', 'David', 'Luca', 'Raj', 'Erik']
export const westernWomen: readonly string[] = ['Emily', 'Sophie', 'Laura', 'Anna', 'Chloé', 'Priya', 'Ingrid', 'Maria']

export const japaneseSurnames = list('田中:Tanaka 佐藤:Satō 鈴木:Suzuki 高橋:Takahashi 山本:Yamamoto 渡辺:Watanabe')
export const japaneseMen = list('健一:Ken’ichi 大輔:Daisuke 翔太:Shōta 誠:Makoto')
export const japaneseWomen = list('美咲:Misaki 由美:Yumi 恵子:Keiko 彩:Aya')

export const koreanSurnames = list('김:Kim 이:Lee 박:Park 최:Choi 정:Jung')
export const koreanMen = list('민준:Min-jun 지훈:Ji-hoon 현우:Hyun-woo')
export const koreanWomen = list('서연:Seo-yeon 수빈:Su-bin 지우:Ji-woo')
