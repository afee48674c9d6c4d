import type { AnswerFigure, AnswerTerm } from '../editionText.ts'
import { createElement } from './createElement.ts'

/** A figure that was asked for, with all that must travel with it. */
export function quantityCard(figure: AnswerFigure, href: string): HTMLElement {
  const { id, label, wording, definition, period, status, source } = figure
  const quantity = createElement('data', { 'data-indicator': id }, wording)
  const facts = [
    ['期间', period],
    ['状态', status],
    ['出处', source],
  ]
  return createElement(
    'section',
    { 'data-answer': id, 'aria-label': label },
    createElement('p', { class: 'quantity' }, quantity, ' ', label),
    createElement('p', {}, definition),
    createElement(
      'dl',
      {},
      ...facts.flatMap(([name = '', text = '']) => [
        createElement('dt', {}, name),
        createElement('dd', {}, text),
      ]),
    ),
    createElement('p', {}, createElement('a', { href, class: 'link' }, '到正文')),
  )
}

/** A term that was asked for. */
export const termCard = ({ term, definition }: AnswerTerm, href: string): HTMLElement =>
  createElement(
    'section',
    { 'data-answer': 'term', 'aria-label': term },
    createElement('p', { class: 'quantity' }, term),
    createElement('p', {}, definition),
    createElement('p', { class: 'note' }, '释义由本站编写，不属原文。'),
    createElement('p', {}, createElement('a', { href, class: 'link' }, '到正文')),
  )
