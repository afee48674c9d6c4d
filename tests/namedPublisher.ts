import type { Publisher } from '../src/schemas/publisher.ts'

/** Every detail that a publisher may state, all fictional. */
export const namedPublisher = {
  organizer: '示例区示例单位',
  contact: '示例区示例路，电话 010-0000',
  correctionsUrl: 'https://www.example.org/corrections?from=site&lang=zh',
  siteIdCode: '9901010000',
  icp: '示例ICP备00000000号',
  publicSecurity: { number: '示例公网安备 00000000000000号', code: '00000000000000' },
  mapApproval: '示例S（0000）000号',
  publishedAt: '2026-01-05 09:00',
} satisfies Publisher
