/** What stands in a new edition where its words are still to be written; nothing that has it is published. */
export const toWrite = '待写。'
