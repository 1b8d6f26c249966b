/**
 * `<paragraf-search>` in JSX, for React 19, which sets properties and listens to events of custom elements. Keep it beside
 * `embed.d.ts`. Older ones write attributes only: pass lists as text there, and listen by a ref.
 */
import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import type { ParagrafSearchElement, ParagrafSearchEventMap, ParagrafSearchProperties } from './embed.d.ts'

type Handlers = {
  [Name in keyof ParagrafSearchEventMap as `on${Name}`]?: (event: ParagrafSearchEventMap[Name]) => void
}
type Own = Partial<ParagrafSearchProperties> & Handlers

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'paragraf-search': Omit<
        DetailedHTMLProps<HTMLAttributes<ParagrafSearchElement>, ParagrafSearchElement>,
        keyof Own
      > &
        Own
    }
  }
}
