/** The window widths in which figures are photographed, by the ending of the picture's name. */
export const shownWidths = { '390': 390, '1440': 1440 }

/** A present figure: its title and how to read it. */
export interface DrawnFigure {
  id: string
  topic: string
  reading: string
}

/** The figures of an earlier commit, whose pictures are in `docs/images/figures/before/`. */
export interface Earlier {
  commit: string
  figures: { id: string; topic: string }[]
}

/** A table of pictures: a column for each available state, a row for each width. */
function compare(id: string, topic: string, states: readonly { name: string; folder: string }[]) {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    row(['宽度', ...states.map(({ name }) => name)]),
    row(['---', ...states.map(() => '---')]),
    ...Object.entries(shownWidths).map(([suffix, width]) =>
      row([
        `${width}像素`,
        ...states.map(
          ({ name, folder }) => `![${topic}，${name}，${width}像素](${folder}/${id}-${suffix}.png)`,
        ),
      ]),
    ),
  ].join('\n')
}

/** The page in docs/ that shows every figure before, now, and with complete records. */
export function figureDocs(
  now: readonly DrawnFigure[],
  complete: readonly DrawnFigure[],
  earlier: Earlier | undefined,
): string {
  const pictures = 'images/figures'
  const before = { name: '之前', folder: `${pictures}/before` }
  const today = { name: '现在', folder: pictures }
  const wasDrawn = (id: string) => earlier?.figures.some((figure) => figure.id === id) ?? false
  const sections = now.map(({ id, topic, reading }) => {
    const full = complete.find((figure) => figure.id === id)
    return [
      `## ${topic}`,
      reading,
      compare(id, topic, wasDrawn(id) ? [before, today] : [today]),
      ...(full
        ? [`记录齐全。${full.reading}`, `![${topic}，记录齐全](${pictures}/${id}-complete.png)`]
        : []),
    ].join('\n\n')
  })
  const only = complete
    .filter(({ id }) => !now.some((figure) => figure.id === id))
    .map(({ id, topic, reading }) =>
      [`## ${topic}`, reading, `![${topic}，记录齐全](${pictures}/${id}-complete.png)`].join(
        '\n\n',
      ),
    )
  const gone = (earlier?.figures ?? [])
    .filter(({ id }) => !now.some((figure) => figure.id === id))
    .map(({ id, topic }) => `## ${topic}（已撤下）\n\n${compare(id, topic, [before])}`)
  const since = earlier ? `“之前”是提交 \`${earlier.commit}\` 的样子，` : ''
  return `# 图版的样子

${since}“现在”画 \`data/\` 里的现状，各取手机与宽屏两种宽度。“记录齐全”画虚构的示例区（\`tests/fixtures/complete/\`，由 \`tests/fixtures/completeEdition.ts\` 写出）：与“现在”是同样的代码，不同的只是数据；凡是示例区的页面、图片和下载都盖着“示例数据”。

本页与图片由 \`npm run docs:figures\` 生成，不要手改；“之前”的图片由 \`npm run docs:figures -- --before <提交>\` 换成那次提交的。图版怎样登记、文字怎样生成，见 [editing.md](editing.md#图版)。

${[...sections, ...only, ...gone].join('\n\n')}
`
}
