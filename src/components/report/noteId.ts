/** The element id of a chapter's note in the report. */
export const noteId = (chapter: string, note: string | number): string => `note-${chapter}-${note}`
