import { mergeAlike, type Problem, problemParts } from '../documents/problem.ts'
import { escapeText } from '../svg/markup.ts'

const style = `
:root { color-scheme: light dark; font: 1rem/1.7 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
body { max-width: 56em; margin: 0 auto; padding: 2em 1.25em 4em; overflow-wrap: anywhere }
h1 { font-size: 1.5rem }
ol { padding: 0; list-style: none }
li { padding: 1em 0; border-top: 1px solid }
code, small { display: block; font-size: 1rem }
code { font-weight: 700 }
`

const item = (problem: Problem) => {
  const { place, finding, advice } = problemParts(problem)
  const small = advice && `<small>${escapeText(advice)}</small>`
  return `<li><code>${escapeText(place)}</code> ${escapeText(finding)}${small}</li>`
}

/** The page that replaces every other while there is a problem: the list of all problems, in the words of the check. */
export const problemPage = (problems: readonly Problem[]): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>发现 ${problems.length} 个问题</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>发现 ${problems.length} 个问题</h1>
<p>改好一存盘，这里就跟着变；都改好了，网页自己回来。</p>
<ol>
${mergeAlike(problems).map(item).join('\n')}
</ol>
</main>
</body>
</html>
`
