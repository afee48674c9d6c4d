/** The placeholder for unwritten words in a new edition; an edition that contains it cannot be published. */
export const toWrite = '待写。'
