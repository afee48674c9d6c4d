/**
 * Characters with several common readings, chosen by hand: a dictionary also lists readings that nobody types (区 ōu, 石
 * dàn), and a phrase list knows too few names (长水 is Zhǎngshuǐ to one reader, Chángshuǐ to another).
 */
export const heteronyms: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  `长 chang zhang|重 zhong chong|行 xing hang|乐 le yue|会 hui kuai|调 diao tiao|传 chuan zhuan|得 de dei
   |地 di de|的 de di|了 le liao|着 zhe zhuo zhao|还 hai huan|都 dou du|和 he huo|种 zhong chong|便 bian pian
   |率 lv shuai|降 jiang xiang|强 qiang jiang|省 sheng xing|盛 sheng cheng|朝 chao zhao|藏 cang zang
   |曾 ceng zeng|差 cha chai|参 can shen|单 dan shan|弹 dan tan|大 da dai|度 du duo|恶 e wu|给 gei ji
   |角 jiao jue|觉 jue jiao|卡 ka qia|壳 ke qiao|落 luo la|没 mei mo|模 mo mu|屏 ping bing|奇 qi ji|塞 sai se
   |色 se shai|什 shen shi|识 shi zhi|说 shuo shui|似 si shi|宿 su xiu|提 ti di|校 xiao jiao|血 xue xie
   |叶 ye xie|择 ze zhai|扎 zha za|栅 zha shan|薄 bao bo|剥 bo bao|厦 xia sha|露 lu lou|亲 qin qing|熟 shu shou
   |削 xue xiao|钥 yao yue|粘 zhan nian|称 cheng chen|乘 cheng sheng|匙 chi shi|臭 chou xiu|佛 fo fu|句 ju gou
   |圈 quan juan|系 xi ji|吓 xia he|咽 yan ye|折 zhe she|属 shu zhu|尉 wei yu|蔚 wei yu|谁 shei shui|那 na nei
   |哪 na nei|这 zhe zhei|祭 ji zhai|查 cha zha|晟 sheng cheng|泊 bo po|秘 mi bi|贾 jia gu|仇 chou qiu
   |厂 chang an|隽 juan jun|莘 xin shen|浒 hu xu|涌 yong chong|蚌 bang beng|虹 hong gang`
    .split('|')
    .map((entry) => {
      const [character = '', ...readings] = entry.trim().split(' ')
      return [character, readings]
    }),
)
