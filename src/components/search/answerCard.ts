import type { InstantFigure, InstantTerm } from '../../search/instantIndex.ts'
import { element } from './element.ts'

/** A figure that was asked for, with all that must travel with it. */
export function figureCard(figure: InstantFigure, href: string): HTMLElement {
  const { id, label, wording, definition, period, status, source } = figure
  const quantity = element('data', { 'data-indicator': id }, wording)
  const facts = [
    ['期间', period],
    ['状态', status],
    ['出处', source],
  ]
  return element(
    'section',
    { 'data-answer': id, 'aria-label': label },
    element('p', { class: 'quantity' }, quantity, ' ', label),
    element('p', {}, definition),
    element(
      'dl',
      {},
      ...facts.flatMap(([name = '', text = '']) => [
        element('dt', {}, name),
        element('dd', {}, text),
      ]),
    ),
    element('p', {}, element('a', { href, class: 'link' }, '到正文')),
  )
}

/** A term that was asked for. */
export const termCard = ({ term, definition }: InstantTerm, href: string): HTMLElement =>
  element(
    'section',
    { 'data-answer': 'term', 'aria-label': term },
    element('p', { class: 'quantity' }, term),
    element('p', {}, definition),
    element('p', { class: 'note' }, '释义由本站编写，不属原文。'),
    element('p', {}, element('a', { href, class: 'link' }, '到正文')),
  )
