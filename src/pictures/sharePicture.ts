import { site } from '../site.ts'
import { kept } from '../store/buildStore.ts'
import { palette } from './palette.ts'
import { box, drawing, type PictureElement, text } from './picture.ts'
import { PictureOverflow, renderPicture } from './renderPicture.ts'
import { ripples, water } from './ripples.ts'
import type { Run, ShareCard } from './shareCard.ts'

/** The size share pictures have everywhere. */
export const shareSize = { width: 1200, height: 630 } as const

const margin = 48
const inner = shareSize.width - 2 * margin
/** Heading sizes in px, tried from the largest until every word is inside the picture. */
const headingSizes = [76, 70, 64, 58, 52, 47, 42, 38]

const rule = (height: number, color: string = palette.ink) =>
  box({ width: '100%', height, background: color })

/** The newspaper's thick-and-thin rule. */
const wenwu = () => box({ flexDirection: 'column', gap: 3 }, rule(3), rule(1))

/** The site's name over the whole measure, a sixth to each character. */
const nameplate = () =>
  box(
    { flexDirection: 'column' },
    wenwu(),
    text(
      { fontSize: inner / site.name.length, fontWeight: 700, lineHeight: 1, margin: '12px 0 16px' },
      site.name,
    ),
    box({ flexDirection: 'column', gap: 3 }, rule(1), rule(3)),
  )

const folio = (year: number) =>
  box(
    { justifyContent: 'space-between', alignItems: 'baseline', paddingBottom: 14 },
    text({ fontSize: 30, fontWeight: 700, lineHeight: 1.2 }, site.name),
    text({ fontSize: 24, color: palette.ink2, lineHeight: 1.2 }, `${year}年版`),
  )

const foot = (card: ShareCard) =>
  box(
    {
      justifyContent: 'space-between',
      borderTop: `1px solid ${palette.ink}`,
      paddingTop: 14,
      fontFamily: 'sans',
      fontSize: 24,
      lineHeight: 1.2,
    },
    text({ color: palette.ink }, card.body),
    text({ color: palette.ink3 }, card.stamp ?? (card.cover ? `${card.year}年版` : site.scope)),
  )

/** The water at the foot of a body, from edge to edge. */
function waterline(height: number): PictureElement {
  const scale = water.width / shareSize.width
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${water.width} ${height * scale}"><path d="${ripples()}" fill="none" stroke="${palette.lake}" stroke-width="${scale}" opacity=".5"/></svg>`
  return box(
    { position: 'absolute', left: -margin, bottom: 0, width: shareSize.width, height },
    drawing(svg, shareSize.width, height),
  )
}

/** Whether an opening mark's blank half is to be taken off: at the start of a phrase and after a closing mark. */
const opensTight = (before: string, run: string) =>
  /^[“《]/.test(run) && (before === '' || /[，。、；：”》]$/.test(before))

/** One phrase on one line, its qualifiers in cinnabar. */
function phraseLine(phrase: Run[]): PictureElement {
  const pieces = phrase.flatMap(({ text: words, qualifier }) =>
    words.split(/(?=[“《])/).map((piece) => ({ piece, qualifier })),
  )
  return box(
    { whiteSpace: 'nowrap' },
    ...pieces.map(({ piece, qualifier }, index) =>
      text(
        {
          ...(qualifier && { color: palette.accent }),
          ...(opensTight(pieces[index - 1]?.piece ?? '', piece) && { marginLeft: '-0.45em' }),
        },
        piece,
      ),
    ),
  )
}

const heading = (card: ShareCard, size: number, width: number) =>
  box(
    { flexWrap: 'wrap', width, fontSize: size, fontWeight: 700, lineHeight: 1.32 },
    ...card.heading.map(phraseLine),
  )

const subtitle = (card: ShareCard, width: number, style: object = {}) =>
  text(
    { width, fontSize: 30, lineHeight: 1.5, color: palette.ink2, marginTop: 14, ...style },
    card.subtitle ?? '',
  )

/** A leading figure: what it counts, and its number with qualifier and unit. */
function leadFigure({ leadIn, figure }: NonNullable<ShareCard['lead']>): PictureElement {
  const digits = figure.find((part) => part.role === 'number')?.text.length ?? 0
  const size = digits > 4 ? 180 : 240
  return box(
    { flexDirection: 'column' },
    text({ fontFamily: 'sans', fontSize: 28, lineHeight: 1.3, color: palette.ink2 }, leadIn),
    box(
      { alignItems: 'flex-end', whiteSpace: 'nowrap', gap: 10 },
      ...figure.map((part) =>
        part.role === 'number'
          ? text({ fontSize: size, lineHeight: 1, letterSpacing: -size * 0.035 }, part.text)
          : text(
              {
                fontSize: 60,
                lineHeight: 1,
                paddingBottom: size * 0.13,
                ...(part.role === 'qualifier' && { color: palette.accent }),
              },
              part.text,
            ),
      ),
    ),
  )
}

const upright = (lines: readonly string[]) =>
  box(
    { flexDirection: 'row-reverse', borderTop: `1px solid ${palette.ink}` },
    ...lines.map((line, index) =>
      box(
        {
          flexDirection: 'column',
          alignItems: 'center',
          width: 96,
          paddingTop: 22,
          fontSize: 38,
          fontWeight: 700,
          lineHeight: 1.28,
          borderRight: index === 0 ? 'none' : `1px solid ${palette.rule}`,
        },
        ...[...line].map((character) => text({}, character)),
      ),
    ),
  )

/** The cover: year and slogan standing on the water. */
const coverBody = (card: ShareCard, size: number) =>
  box(
    { position: 'relative', flexGrow: 1, alignItems: 'flex-end' },
    waterline(84),
    box(
      { width: inner, justifyContent: 'space-between', alignItems: 'flex-end', paddingBottom: 52 },
      text({ fontSize: 230, lineHeight: 0.9, letterSpacing: -11 }, String(card.year)),
      box(
        { flexDirection: 'column', width: 500, paddingBottom: 34 },
        heading(card, Math.min(size, 60), 500),
        subtitle(card, 500, { fontSize: 26, color: palette.accent, marginTop: 8 }),
      ),
    ),
  )

/** Mark and heading at the left; a leading figure or upright lines at the right. */
function columnsBody(card: ShareCard, size: number): PictureElement {
  const side = card.lead ? leadFigure(card.lead) : upright(card.upright ?? [])
  const width = card.lead ? 500 : 520
  return box(
    { flexGrow: 1, justifyContent: 'space-between', paddingTop: 40 },
    box(
      { flexDirection: 'column', width },
      text(
        { fontSize: 76, lineHeight: 1.1, color: palette.accent, marginBottom: 26 },
        card.mark ?? '',
      ),
      heading(card, Math.min(size, 64), width),
      subtitle(card, width),
    ),
    box({ flexDirection: 'column', justifyContent: card.lead ? 'center' : 'flex-start' }, side),
  )
}

/** A statement over the whole width; a page without a number of its own stands on the water. */
const statementBody = (card: ShareCard, size: number) =>
  box(
    {
      position: 'relative',
      flexDirection: 'column',
      flexGrow: 1,
      justifyContent: 'center',
      padding: card.mark ? '20px 0' : '0 0 84px',
    },
    ...(card.mark
      ? [
          text(
            { fontSize: 40, lineHeight: 1.2, color: palette.accent, marginBottom: 14 },
            card.mark,
          ),
        ]
      : [waterline(84)]),
    heading(card, size, inner),
    subtitle(card, inner, { fontFamily: 'sans', fontSize: 28 }),
  )

/** A card laid out with its heading at the given size, in px. */
export function layOutCard(card: ShareCard, size: number): PictureElement {
  const lay = card.cover ? coverBody : card.lead || card.upright ? columnsBody : statementBody
  return box(
    {
      ...shareSize,
      flexDirection: 'column',
      padding: margin,
      background: palette.paper,
      color: palette.ink,
      fontFamily: 'serif',
    },
    ...(card.cover ? [nameplate()] : [folio(card.year), wenwu()]),
    lay(card, size),
    foot(card),
  )
}

/** The picture of a page as PNG; its heading shrinks until nothing is cut, and what never fits is an error. */
export function sharePicture(card: ShareCard): Promise<Uint8Array<ArrayBuffer>> {
  return kept('share-picture', [JSON.stringify(card)], () => drawCard(card))
}

async function drawCard(card: ShareCard): Promise<Uint8Array<ArrayBuffer>> {
  let overflow: unknown
  for (const size of headingSizes) {
    try {
      return await renderPicture(layOutCard(card, size), { ...shareSize, margin })
    } catch (error) {
      if (!(error instanceof PictureOverflow)) throw error
      overflow = error
    }
  }
  throw overflow
}
