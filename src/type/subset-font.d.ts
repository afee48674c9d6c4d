declare module 'subset-font' {
  /** The font reduced to the characters of a text (or complete, with keepAllGlyphs), in the target format. */
  export default function subsetFont(
    font: Buffer,
    text: string | undefined,
    options?: {
      targetFormat?: 'sfnt' | 'woff' | 'woff2'
      keepAllGlyphs?: boolean
      keepFeatures?: string[]
      noHinting?: boolean
      dropTables?: string[]
    },
  ): Promise<Buffer>
}
