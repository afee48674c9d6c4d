import { HtmlValidate, StaticConfigLoader } from 'html-validate'

const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['recommended', 'a11y', 'browser', 'document', 'standard'].map(
      (preset) => `html-validate:${preset}`,
    ),
    rules: {
      // Every file comes from the site itself.
      'require-sri': 'off',
      // Search answers while the reader types.
      'wcag/h32': 'off',
      // A telephone number is text of the content, not marked up.
      'tel-non-breaking': 'off',
      // A title names the page and its edition in full.
      'long-title': 'off',
      // axe counts as landmarks only what is exposed as one.
      'unique-landmark': 'off',
    },
  }),
)

/** What is wrong with the markup of an HTML file: the rule, the line and the column of each fault. */
export const faultsOf = (html: string) =>
  validator
    .validateStringSync(html)
    .results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId} ${message}`),
    )
