import { screens } from '../../src/visual/screens.ts'

/** One path for every template of the site. */
export const templates = [...new Set(screens.map(({ path }) => path))]

/** The chapters whose text states figures. */
export const chapters = ['consultation', 'supervision', 'proposals', 'public-opinion', 'learning']
