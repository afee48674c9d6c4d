/**
 * The pages that are neither cover, chapter nor figure: what each is called and what it holds, in the words of the
 * page, of its picture and of every list that leads to it.
 */
export const standingPages = {
  map: { title: '联系点地图', holds: '怎样提意见，联系点覆盖哪些镇街与村社。' },
  charts: { title: '全部图版', holds: '各章的图，每幅都有数据、出处与下载。' },
  data: {
    title: '数据与下载',
    holds: '本版全部指标与记录：定义、期间、状态与出处，可下载。',
  },
  about: {
    title: '办法与出处',
    holds: '本站怎样取数、怎样写数、怎样更正，数据从哪里来。',
  },
  editions: {
    title: '各年版',
    holds: '已经发布的各版，新的在前；往年的版仍在原来的网址。',
  },
} as const
