import { z } from 'zod'

/** The settings that site.json may hold; an environment variable of the same name goes before it. */
export const siteFileSchema = z
  .strictObject({
    SITE_URL: z
      .string()
      .optional()
      .describe('只写协议和主机名，例如 https://www.example.gov.cn；不写就不输出任何绝对网址。')
      .meta({ title: '网站的网址' }),
    BASE_PATH: z
      .string()
      .optional()
      .describe('网站挂在哪个子路径下，例如 /lvzhi/；不写为 /。')
      .meta({ title: '子路径' }),
    PORT: z
      .int()
      .min(0)
      .max(65535)
      .optional()
      .describe('在本机查看时用的端口，例如 8080；不写为 4321。')
      .meta({ title: '端口' }),
    TIANDITU_KEY: z
      .string()
      .optional()
      .describe('天地图的密钥；不写就没有底图的开关。')
      .meta({ title: '天地图密钥' }),
  })
  .describe('发布的设置；同名的环境变量设了，就用环境变量的。')
