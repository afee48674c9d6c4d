import { screens } from '../../src/visual/screens.ts'

/** One path for every kind of page. */
export const templates = [...new Set(screens.map(({ path }) => path))]

/** The chapters whose text states numbers. */
export const chapters = ['consultation', 'supervision', 'proposals', 'public-opinion', 'learning']
