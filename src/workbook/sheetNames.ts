/** The sheets of a workbook that hold neither records nor the guide. */
export const valuesTitle = '总数与说明'
export const choicesTitle = '选项'

/** The headings of the sheet of values beside the records: the first names the value, the fourth holds it. */
export const valuesHeadings = ['属性', '数据', '项目', '内容', '怎样填'] as const

/** The headings before those of a record that is kept inside another. */
export const innerHeadings = ['所属编号', '次序'] as const
