/** The largest photograph that is read, in pixels: more than any camera takes. */
export const maxPixels = 120_000_000

/** The largest file that is read, in bytes. */
export const maxBytes = 40_000_000

/** A photograph whose longer side is this many times its shorter one shows nothing on a phone. */
export const maxRatio = 6

/** A photograph whose longer side has fewer pixels is shown small, or blurred. */
export const minSide = 800
